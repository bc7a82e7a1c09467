package callflow.program;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.program.ScheduleDef.Hours;
import callflow.program.ScheduleDef.Special;
import callflow.value.DateRange;
import callflow.value.HourSpan;
import callflow.value.ScheduleName;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleDefTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final List<Special> special = new ArrayList<>();

  @Test
  void a_day_may_have_several_spans() {
    var office = every(span("08:00", "12:00"), span("13:00", "18:00"));

    assertThat(office.openAt(at("2026-03-02T11:59").toInstant())).isTrue();
    assertThat(office.openAt(at("2026-03-02T12:00").toInstant())).isFalse();
    assertThat(office.openAt(at("2026-03-02T13:00").toInstant())).isTrue();
  }

  @Test
  void hours_over_midnight_belong_to_the_evening_on_which_they_begin() {
    var nights = on(DayOfWeek.FRIDAY, span("22:00", "06:00"));

    assertThat(nights.openAt(at("2026-03-06T21:59").toInstant())).isFalse();
    assertThat(nights.openAt(at("2026-03-06T22:00").toInstant())).isTrue();
    assertThat(nights.openAt(at("2026-03-07T05:59").toInstant())).isTrue();
    assertThat(nights.openAt(at("2026-03-07T06:00").toInstant())).isFalse();
    assertThat(nights.openAt(at("2026-03-06T03:00").toInstant())).isFalse();
  }

  @Test
  void the_whole_day_lasts_until_its_midnight() {
    var day = on(DayOfWeek.FRIDAY, span("00:00", "00:00"));

    assertThat(day.openAt(at("2026-03-06T00:00").toInstant())).isTrue();
    assertThat(day.openAt(at("2026-03-06T23:59").toInstant())).isTrue();
    assertThat(day.openAt(at("2026-03-07T00:00").toInstant())).isFalse();
  }

  @Test
  void a_holiday_has_its_own_hours_and_no_others() {
    special("2026-12-24", "2026-12-24", span("08:00", "12:00"));
    var office = every(span("09:00", "18:00"));

    assertThat(office.openAt(at("2026-12-24T08:30").toInstant())).isTrue();
    assertThat(office.openAt(at("2026-12-24T12:30").toInstant())).isFalse();
    assertThat(office.openAt(at("2026-12-23T12:30").toInstant())).isTrue();
  }

  @Test
  void a_closed_day_ends_the_night_before_it_and_has_no_night_of_its_own() {
    special("2026-12-25", "2026-12-26");
    var nights = every(span("22:00", "06:00"));

    assertThat(nights.openAt(at("2026-12-24T23:00").toInstant())).isTrue();
    assertThat(nights.openAt(at("2026-12-25T02:00").toInstant())).isFalse();
    assertThat(nights.openAt(at("2026-12-26T23:00").toInstant())).isFalse();
    assertThat(nights.openAt(at("2026-12-27T02:00").toInstant())).isFalse();
    assertThat(nights.openAt(at("2026-12-27T22:00").toInstant())).isTrue();
  }

  @Test
  void the_next_opening_leaves_out_holidays_and_weekends() {
    special("2026-12-25", "2026-12-26");
    var office = weekdays(span("08:00", "18:00"));

    assertThat(office.opensAfter(at("2026-12-24T19:00").toInstant()))
        .contains(at("2026-12-28T08:00"));
    assertThat(office.opensAfter(at("2026-12-28T07:00").toInstant()))
        .contains(at("2026-12-28T08:00"));
    assertThat(office.opensAfter(at("2026-12-28T08:00").toInstant()))
        .contains(at("2026-12-29T08:00"));
  }

  @Test
  void an_office_that_never_closes_has_no_next_opening() {
    assertThat(every(span("00:00", "00:00")).opensAfter(at("2026-12-24T19:00").toInstant()))
        .isEmpty();
  }

  @Test
  void hours_are_those_of_the_clock_on_the_wall_in_summer_and_winter() {
    var office = every(span("08:00", "18:00"));

    assertThat(office.openAt(java.time.Instant.parse("2026-07-01T06:30:00Z"))).isTrue();
    assertThat(office.openAt(java.time.Instant.parse("2026-12-01T06:30:00Z"))).isFalse();
  }

  private void special(String first, String last, HourSpan... open) {
    special.add(
        new Special(new DateRange(LocalDate.parse(first), LocalDate.parse(last)), List.of(open)));
  }

  private ScheduleDef every(HourSpan... spans) {
    return schedule(Stream.of(DayOfWeek.values()), spans);
  }

  private ScheduleDef weekdays(HourSpan... spans) {
    return schedule(
        Stream.of(DayOfWeek.values()).filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0), spans);
  }

  private ScheduleDef on(DayOfWeek day, HourSpan span) {
    return schedule(Stream.of(day), span);
  }

  private ScheduleDef schedule(Stream<DayOfWeek> days, HourSpan... spans) {
    var hours = days.flatMap(day -> Stream.of(spans).map(span -> new Hours(day, span))).toList();
    return new ScheduleDef(new ScheduleName("office"), BERLIN, hours, special, Optional.empty());
  }

  private static HourSpan span(String from, String to) {
    return new HourSpan(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static ZonedDateTime at(String moment) {
    return LocalDateTime.parse(moment).atZone(BERLIN);
  }
}
