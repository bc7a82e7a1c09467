package callflow.drawing;

import callflow.graph.FlowGraph.Kind;
import java.util.Locale;

/// Colours and letters of the picture. Paper is always light; only a dark screen turns it dark.
final class Looks {
  private Looks() {}

  static String of(Kind kind) {
    return "cf-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static final String STYLE =
      """
      .cf{font-family:"Segoe UI",Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif}
      .cf-paper{fill:#ffffff}
      .cf-ink{fill:#1a202c}
      .cf-faint{fill:#4a5568}
      .cf-title{font-size:20px;font-weight:700}
      .cf-name{font-size:14px;font-weight:700}
      .cf-text{font-size:11.5px}
      .cf-said{font-style:italic}
      .cf-target{font-weight:700}
      .cf-label{font-size:11px;fill:#2d3748}
      .cf-line{fill:none;stroke:#5a6577;stroke-width:1.4}
      .cf-head{fill:#5a6577}
      .cf-rule{stroke:#cbd5e0;stroke-width:1}
      .cf-shape{stroke-width:1.6}
      .cf-speaks{fill:#e3eef9;stroke:#2b6cb0}
      .cf-asks{fill:#e4f4ea;stroke:#2f855a}
      .cf-decides{fill:#fff6d6;stroke:#b7791f}
      .cf-hands-over{fill:#f1e8fa;stroke:#6b46c1}
      .cf-ends{fill:#ededed;stroke:#4a5568}
      .cf-start{stroke-width:3.2}
      .cf a{text-decoration:none}
      .cf a:hover .cf-name,.cf a:focus .cf-name{text-decoration:underline}
      .cf g:target .cf-shape{stroke-width:4}
      .cf-arrow:hover .cf-line{stroke:#c05621;stroke-width:2.6}
      .cf-arrow:hover .cf-label{fill:#9c4221;font-weight:700}
      @media screen and (prefers-color-scheme:dark){
      .cf-paper{fill:#171b22}
      .cf-ink{fill:#edf2f7}
      .cf-faint{fill:#a9b4c4}
      .cf-label{fill:#dbe2ec}
      .cf-line{stroke:#93a1b5}
      .cf-head{fill:#93a1b5}
      .cf-rule{stroke:#3a4454}
      .cf-speaks{fill:#1c3350;stroke:#63a4e8}
      .cf-asks{fill:#183a29;stroke:#5cc08a}
      .cf-decides{fill:#41350f;stroke:#e0b24a}
      .cf-hands-over{fill:#322353;stroke:#a98bf0}
      .cf-ends{fill:#2d333d;stroke:#a0aec0}
      .cf-arrow:hover .cf-line{stroke:#f6ad55}
      .cf-arrow:hover .cf-label{fill:#fbd38d}
      }
      """;
}
