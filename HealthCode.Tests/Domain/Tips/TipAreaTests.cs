using HealthCode.Domain.Tips;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;
using static HealthCode.Tests.Support.TipCase;

namespace HealthCode.Tests.Domain.Tips;

/// <summary>辖区表 and the area in which a place lies.</summary>
public sealed class TipAreaTests
{
    private static readonly TipArea[] Table =
    [
        Area(name: "1组", others: ["一组"]), Area(name: "11组", others: "十一组"), Area(name: "3组", others: ["三组", "马家湾"]), Area(name: "马家湾北巷"), Area(name: "Ａ区"), Area(name: "集市"), Area(name: "学校"),
    ];

    [Theory]
    [InlineData("样例村3组 马家商店旁", "3组")]
    [InlineData("样例村 ３ 组", "3组")]
    [InlineData("三组老井边", "3组")]
    [InlineData("马家湾北巷 4 号", "马家湾北巷")]
    [InlineData("马家湾口", "3组")]
    [InlineData("11组村口", "11组")]
    [InlineData("十一组村口", "11组")]
    [InlineData("1组村口", "1组")]
    [InlineData("21组村口", "")]
    [InlineData("二十一组村口", "")]
    [InlineData("13组", "")]
    [InlineData("a区2号楼", "Ａ区")]
    [InlineData("集市和学校之间", "集市 学校")]
    [InlineData("镇上", "")]
    [InlineData("", "")]
    public void The_longest_name_in_the_place_is_its_area_and_several_are_to_be_chosen_from(string place, string areas)
    {
        Assert.Equal(areas, string.Join(' ', TipAreaMatcher.Find(Table, place).Select(area => area.Name)));
        Assert.Equal(areas.Contains(' ', StringComparison.Ordinal) || areas.Length == 0 ? null : areas, TipAreaMatcher.FindOne(Table, place)?.Name);
    }

    [Fact]
    public void A_name_before_a_figure_that_goes_on_is_found_at_its_next_place() =>
        Assert.Equal("1组", TipAreaMatcher.FindOne([Area(name: "1组")], "不是11组，是1组")?.Name);

    [Theory]
    [InlineData(-11, false)]
    [InlineData(-10, true)]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Somebody_is_sent_from_his_first_day_until_the_day_before_he_left(int days, bool serves)
    {
        var area = Area();
        area.Leave(Today, Today);

        Assert.Equal(serves, area.Serves(Today.AddDays(days)));
    }

    [Fact]
    public void A_line_has_a_name_a_role_somebody_and_a_first_day_and_its_spellings_are_nobody_elses()
    {
        Assert.Equal(
            [TipAreaRules.HasName, TipAreaRules.RoleChosen, TipAreaRules.WorkerNamed, TipAreaRules.HasFirstDay],
            Forbids(() => TipArea.Enter(TipCase.Office(), new("组", [], null, null, null, null), [], Today)));
        Assert.Equal([TipAreaRules.SpelledOnce], Forbids(() => TipArea.Enter(TipCase.Office(), Details("第三小组", "纳小军", "三 组"), [Area(others: "三组")], Today)));
    }

    [Fact]
    public void Who_takes_over_has_a_line_of_his_own_once_the_other_has_left()
    {
        var before = Area();
        Assert.Equal([TipAreaRules.SpelledOnce], Forbids(() => TipArea.Enter(TipCase.Office(), Details(worker: "纳小军"), [before], Today)));
        Assert.Equal([TipAreaRules.LeftInTime], Forbids(() => before.Leave(Today.AddDays(1), Today)));
        Assert.Equal([TipAreaRules.LeftInTime], Forbids(() => before.Leave(Today.AddDays(-11), Today)));

        before.Leave(Today, Today);

        Assert.Equal("纳小军", TipArea.Enter(TipCase.Office(), Details(worker: "纳小军"), [before], Today).Worker.Value);
        Assert.Equal([TipAreaRules.StillThere], Forbids(() => before.Change(Details(), [before], Today)));
        Assert.Equal([TipAreaRules.StillThere], Forbids(() => before.Leave(Today, Today)));
    }
}
