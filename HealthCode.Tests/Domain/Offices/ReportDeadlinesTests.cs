using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Domain.Offices;

public sealed class ReportDeadlinesTests
{
    [Fact]
    public void Until_somebody_changes_them_the_group_leader_has_it_at_22_and_the_office_at_8()
    {
        var usual = ReportDeadlines.Usual;

        Assert.Equal((new TimeOnly(22, 0), new TimeOnly(8, 0)), (usual.Group, usual.Office));
    }

    [Fact]
    public void An_hour_is_left_to_read_it() =>
        Assert.Equal(new TimeOnly(21, 0), ReportDeadlines.GenerationTimeFor(new(22, 0)));

    [Theory]
    [InlineData(1, 0, 23, 59)]
    [InlineData(23, 59, 1, 0)]
    public void They_may_lie_anywhere_in_the_day(int groupHour, int groupMinute, int officeHour, int officeMinute)
    {
        var deadlines = ReportDeadlines.Usual;

        deadlines.Set(new(groupHour, groupMinute), new(officeHour, officeMinute));

        Assert.Equal((new TimeOnly(groupHour, groupMinute), new TimeOnly(officeHour, officeMinute)), (deadlines.Group, deadlines.Office));
    }

    [Theory]
    [InlineData(0, 59, 8, 0)]
    [InlineData(22, 0, 0, 0)]
    public void But_the_hour_before_must_lie_on_the_same_day(int groupHour, int groupMinute, int officeHour, int officeMinute)
    {
        var deadlines = ReportDeadlines.Usual;

        Assert.Equal([OfficeRules.DeadlineLeavesAnHour], LawfulCase.Forbids(() => deadlines.Set(new(groupHour, groupMinute), new(officeHour, officeMinute))));
        Assert.Equal(new TimeOnly(22, 0), deadlines.Group);
    }

    [Theory]
    [InlineData(6, 0, true)]
    [InlineData(22, 59, true)]
    [InlineData(5, 59, false)]
    [InlineData(23, 0, false)]
    public void The_office_closes_by_day_at_half_past_five_unless_told_otherwise(int hour, int minute, bool possible)
    {
        var deadlines = ReportDeadlines.Usual;
        Assert.Equal(new TimeOnly(17, 30), deadlines.Closing);

        if (possible)
        {
            deadlines.CloseAt(new(hour, minute));
            Assert.Equal(new TimeOnly(hour, minute), deadlines.Closing);
        }
        else
        {
            Assert.Equal([OfficeRules.ClosesByDay], LawfulCase.Forbids(() => deadlines.CloseAt(new(hour, minute))));
        }
    }
}
