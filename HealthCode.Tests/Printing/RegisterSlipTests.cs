using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Forms;

namespace HealthCode.Tests.Printing;

/// <summary>登记单: every item of the province's paper, numbered, inside the sheet, and no colour.</summary>
public sealed class RegisterSlipTests
{
    private static readonly string[] Numbers = ["编号000007", "编号000008", "编号000009"];
    private static readonly string[] Colours = ["绿码", "黄码", "红码", "健康码"];

    public static TheoryData<string, RegisterKind, int> Forms => new()
    {
        { "hainan", RegisterKind.Returnees, 3 }, { "hainan", RegisterKind.Work, 3 }, { "hainan", RegisterKind.FeverClinic, 2 }, { "hainan", RegisterKind.Medicines, 3 }, { "ningxia", RegisterKind.Returnees, 2 },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_slip_has_every_item_once_its_number_and_nothing_beyond_the_margins(string province, RegisterKind kind, int sheets)
    {
        var pack = RulePacks.InForce(province, LawfulCase.Today);
        var form = pack.Register(kind)!;
        using var pdf = new PdfInspector(RegisterSlip.Draw(form, pack, null, [7, 8, 9], RegisterCase.Office(pack)));

        Assert.Equal(sheets, pdf.Sizes.Count);
        var words = string.Concat(Enumerable.Range(1, sheets).Select(pdf.Words)).Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings("");
        foreach (var item in form.Items)
        {
            Assert.True(words.Contains(item.Label.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal), item.Label);
        }

        Assert.All(Numbers, number => Assert.Contains(number, words, StringComparison.Ordinal));
        Assert.All(Colours, colour => Assert.DoesNotContain(colour, words, StringComparison.Ordinal));
        // The line to cut along runs from edge to edge; nothing else leaves the margins.
        var halves = sheets < 3 ? new[] { (0.0, 147.0), (150.0, 292.0) } : [(0.0, 297.0)];
        foreach (var (top, bottom) in halves)
        {
            var ink = pdf.Render(1, 60).Ink(0, top, 210, bottom)!.Value;
            Assert.True(ink.Left >= 14 && ink.Right <= 196.5 && ink.Top >= top + 5 && ink.Bottom <= bottom - 1, $"{ink}");
        }
    }
}
