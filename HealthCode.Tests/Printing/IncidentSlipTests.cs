using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Slips;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>查验处置单: goes with somebody to whoever takes the case over.</summary>
public sealed class IncidentSlipTests
{
    private static readonly CheckVerdict Revoked = new(CheckOutcome.Revoked, Number(), Day("2020-03-19"), "样例村民委员会");

    [Fact]
    public void It_says_when_and_where_what_was_seen_and_what_was_done()
    {
        using var slip = Slip(Noted(Revoked, new() { FoundNormal = false, Temperature = Measured("38.4").Temperature }));

        var words = slip.Words(1);
        Assert.StartsWith("查验处置单2020年3月5日09:30，在村口卡点查验时：看到的情况", words, StringComparison.Ordinal);
        foreach (var word in (string[])["已停用；体温不正常", "卡号" + Number().Value, "体温38.4", "当场处理劝回", "值守人丁值守", "接收人（签字）："])
        {
            Assert.Contains(word, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_hour_is_that_of_Beijing_however_it_was_kept()
    {
        using var slip = Slip(Noted(Revoked, new() { FoundNormal = true }, new(2020, 3, 5, 17, 5, 0, TimeSpan.Zero)));

        Assert.Contains("2020年3月6日01:05", slip.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void To_whom_it_was_reported_is_printed_and_while_it_was_not_there_is_room_for_a_pen()
    {
        var incident = Noted(Revoked, new() { FoundNormal = true });
        using (var open = Slip(incident))
        {
            Assert.Contains("上报时间：", open.Words(1), StringComparison.Ordinal);
        }

        incident.Report("镇防疫办 李主任", Now);
        using var reported = Slip(incident);
        Assert.Contains("上报镇防疫办李主任", reported.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_number_and_no_degrees_has_no_line_for_them()
    {
        using var slip = Slip(Noted(CheckVerdict.NotOurs, new() { FoundNormal = true }));

        Assert.DoesNotContain("卡号", slip.Words(1), StringComparison.Ordinal);
        Assert.DoesNotContain("体温", slip.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void It_proves_nothing_and_says_so()
    {
        using var slip = Slip(Noted(Revoked, new() { FoundNormal = true }));

        Assert.Contains("不是健康证明，也不是不予通行的决定", slip.Words(1), StringComparison.Ordinal);
        Assert.DoesNotContain("证明", slip.Words(1).Replace("不是健康证明", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("有效期", slip.Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void Full_lines_lose_nothing_and_stay_on_their_A4_pages()
    {
        var finding = new GateFinding { FoundNormal = false, PaperFits = false, Official = HealthCodeResult.Notice, Temperature = Measured("38.4").Temperature };
        var incident = Noted(Revoked with { Outcome = CheckOutcome.Ended }, finding, handling: new('劝', GateIncident.LongestLine), name: new('村', Checkpoint.LongestName));
        incident.Report(new('镇', GateIncident.LongestLine), Now);
        using var slip = Slip(incident);

        AssertOnA4(slip);
        var words = string.Concat(Enumerable.Range(1, slip.Sizes.Count).Select(slip.Words));
        foreach (var word in (string[])[new('劝', GateIncident.LongestLine), new('镇', GateIncident.LongestLine), "疫情解除，停止使用；证件号码与卡不一致；体温不正常；官方码：提示信息", "接收人（签字）："])
        {
            Assert.Contains(word, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_ordinary_one_is_a_single_page()
    {
        var incident = Noted(Revoked, new() { FoundNormal = false, Temperature = Measured("38.4").Temperature }, handling: "劝回，请到县人民医院发热门诊，已联系家属来接");
        incident.Report("镇防疫办 李主任", Now);
        using var slip = Slip(incident);

        Assert.Single(slip.Sizes);
        AssertOnA4(slip);
    }

    private static void AssertOnA4(PdfInspector slip)
    {
        Assert.All(slip.Sizes, size => Assert.Equal((210, 297), (Math.Round(size.Width), Math.Round(size.Height))));
        Assert.All(slip.Fonts, font => Assert.True(font.Embedded, font.Name));
        foreach (var page in Enumerable.Range(1, slip.Sizes.Count))
        {
            var ink = slip.Render(page, 100).Ink()!.Value;
            Assert.True(ink is { Left: > 10, Top: > 10, Right: < 200, Bottom: < 287 }, $"{ink}");
        }
    }

    private static PdfInspector Slip(GateIncident incident) => new(IncidentSlip.Draw(incident, Office()));

    private static GateIncident Noted(CheckVerdict verdict, GateFinding finding, DateTimeOffset? at = null, string handling = "劝回", string name = "村口卡点") => GateIncident.Note(
        Checkpoint.Open(Office(), name, CheckpointKind.Road, "兴庆区", "样例街道", "村东头路口", CheckMode.Venue), verdict, finding, handling, new StaffMember("kakou", "丁值守"), at ?? Now, Today);
}
