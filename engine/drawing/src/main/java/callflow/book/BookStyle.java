package callflow.book;

/// Letters and colours of the book, for screens by day and night and for paper.
final class BookStyle {
  private BookStyle() {}

  static final String CSS =
      """
      :root{--paper:#fff;--ink:#1a202c;--faint:#4a5568;--rule:#d5dbe5;--said:#2b6cb0;\
      --guide:#8a6d1b;--soft:#f5f7fa}
      @media screen and (prefers-color-scheme:dark){:root{--paper:#171b22;--ink:#edf2f7;\
      --faint:#a9b4c4;--rule:#3a4454;--said:#63a4e8;--guide:#e0b24a;--soft:#20262f}}
      body{font:15px/1.5 "Segoe UI",Helvetica,Arial,"Liberation Sans",sans-serif;\
      color:var(--ink);background:var(--paper);max-width:62rem;margin:2rem auto;padding:0 1.5rem}
      h1{font-size:1.9rem;margin:0 0 .3rem}
      h2{font-size:1.35rem;margin:2.4rem 0 .6rem;border-bottom:2px solid var(--rule)}
      h3{font-size:1.05rem;margin:1.4rem 0 .3rem}
      h4{font-size:.82rem;margin:.9rem 0 .2rem;color:var(--faint);text-transform:uppercase;\
      letter-spacing:.05em}
      p,ul{margin:.3rem 0}
      a{color:inherit}
      code{font:.9em "DejaVu Sans Mono",Consolas,monospace;background:var(--soft);\
      padding:0 .25em;border-radius:3px}
      .faint,.kind{color:var(--faint)}
      .kind{font-size:.8rem;font-weight:400;border:1px solid var(--rule);border-radius:1rem;\
      padding:.05rem .6rem;margin-left:.5rem}
      .states a{display:inline-block;margin-right:.7rem}
      .state{border:1px solid var(--rule);border-radius:6px;padding:.2rem 1.1rem .9rem;margin:1rem 0}
      blockquote{margin:.3rem 0;padding:.3rem .9rem;border-left:4px solid}
      .said{border-color:var(--said)}
      .guide{border-color:var(--guide);border-left-style:dashed;font-style:italic}
      .tag{font-size:.75rem;font-style:normal;color:var(--faint);display:block}
      table{border-collapse:collapse;width:100%;margin:.4rem 0;font-size:.93rem}
      th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;\
      border-bottom:1px solid var(--rule)}
      th{color:var(--faint);font-weight:600;font-size:.82rem}
      .secret{font-weight:700}
      .picture{overflow-x:auto}
      .picture svg{max-width:100%;height:auto}
      @media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt}
      .state,blockquote,tr{break-inside:avoid}
      h2,h3,h4{break-after:avoid}
      nav{display:none}
      a{text-decoration:none}
      #picture{break-inside:avoid}
      .picture svg{max-height:24cm}}
      @page{margin:1.6cm}
      """;
}
