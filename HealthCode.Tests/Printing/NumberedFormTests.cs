using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.PrintRuns;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Forms;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>带表号的申报表 and 半填续办表: annex 1 stays whole, and the number above it finds what was keyed from the sheet.</summary>
public sealed class NumberedFormTests
{
    private static readonly PrintedFormNumber First = PrintedFormNumber.Of(DivisionCode.Parse(Code), 1);

    [Fact]
    public void A_numbered_form_is_annex_1_with_its_number_above_it()
    {
        using var form = Drawn(new FormCopy(First, null));

        Assert.Equal(Bare("表号" + First.Grouped + DeclarationFormTests.Annex1), form.Words(1));
    }

    [Fact]
    public void The_code_is_the_number_and_a_scanner_reads_it_at_200_dpi_also_askew_and_on_grey_paper()
    {
        using var form = Drawn(new FormCopy(First, null));
        var page = form.Render(1, 200);

        Assert.Equal([First.Value], page.Codes());
        Assert.Equal([First.Value], page.Scaled(0.96).Codes());
        Assert.Equal([First.Value], page.Scaled(1.04).Codes());
        Assert.Equal([First.Value], page.Turned(2).Noisy(40).Codes());
        Assert.True(PrintedFormNumber.TryParse(First.Value, out var read));
        Assert.Equal(First, read);
    }

    [Fact]
    public void The_code_stands_in_the_upper_right_corner_clear_of_the_annex()
    {
        using var plain = Drawn(new FormCopy(null, null));
        using var numbered = Drawn(new FormCopy(First, null));

        var added = numbered.Render(1, 200).Against(plain.Render(1, 200)).Ink(left: 100)!.Value;
        Assert.True(added is { Left: > 170, Right: < 195, Top: > 5, Bottom: < 25 }, $"{added}");
        Assert.Null(plain.Render(1, 200).Ink(left: 172, top: 5, right: 195, bottom: 25));
    }

    [Fact]
    public void A_number_of_a_form_is_never_taken_for_a_number_of_a_card() =>
        Assert.False(HealthCode.Domain.Passes.PassNumber.TryParse(First.Value, out _));

    [Fact]
    public void A_renewal_form_carries_who_it_is_and_nothing_that_must_be_answered_anew()
    {
        using var form = Drawn(new FormCopy(First, Form));

        var words = form.Words(1);
        foreach (var known in (string[])[Applicant.Name.Value, PaperForm.Number, "19480229", Form.DomicileAddress!])
        {
            Assert.Contains(known, words, StringComparison.Ordinal);
        }

        // Residence, travel, transport, answers and signature are asked again: nothing of them is there.
        foreach (var asked in (string[])["样例村3号", "吴忠", "2020年3月", "马经办", "36.5"])
        {
            Assert.DoesNotContain(asked, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void On_a_renewal_form_only_the_lines_of_the_person_differ_from_a_blank_one()
    {
        using var blank = Drawn(new FormCopy(First, null));
        using var half = Drawn(new FormCopy(First, Form));

        // From the destination downwards: travel, transport, (1) to (9), signature, the committee's part.
        var changed = half.Render(1, 150).Against(blank.Render(1, 150));
        Assert.NotNull(changed.Ink(bottom: 100));
        Assert.Null(changed.Ink(top: 101));
    }

    [Fact]
    public void The_longest_name_and_addresses_stay_on_the_page_whole()
    {
        var longest = Form with
        {
            Person = Applicant with { Name = HealthCode.Domain.People.PersonName.Restore(Batch.LongName) },
            DomicileAddress = Batch.LongAddress,
            PermitAddress = Batch.LongAddress,
        };
        using var form = Drawn(new FormCopy(First, longest));

        var words = form.Words(1);
        Assert.Contains(Batch.LongName, words, StringComparison.Ordinal);
        Assert.Equal(2, words.Split(Batch.LongAddress).Length - 1);
        Assert.True(form.Render(1, 150).Ink()!.Value is { Left: >= 10, Right: <= 200 });
    }

    [Fact]
    public void Thirty_forms_are_thirty_pages_with_thirty_numbers()
    {
        using var forms = Drawn([.. Enumerable.Range(1, 30).Select(n => new FormCopy(PrintedFormNumber.Of(DivisionCode.Parse(Code), n), null))]);

        Assert.Equal(30, forms.Sizes.Count);
        Assert.All((int[])[1, 15, 30], page => Assert.Equal([PrintedFormNumber.Of(DivisionCode.Parse(Code), page).Value], forms.Codes(page, 200)));
    }

    [Fact]
    public void A_calibration_moves_the_form()
    {
        using var plain = Drawn(new FormCopy(First, null));
        using var moved = new PdfInspector(DeclarationForm.Draw(LawfulCase.Pack.Pass, 2020, [new(First, null)], Calibration.Of(-2m, 1m, 100m)));

        var (before, after) = (plain.Render(1, 300).Ink()!.Value, moved.Render(1, 300).Ink()!.Value);
        Assert.Equal(before.Left - 2, after.Left, 0.1);
        Assert.Equal(before.Top + 1, after.Top, 0.1);
    }

    private static PdfInspector Drawn(params FormCopy[] copies) => new(DeclarationForm.Draw(LawfulCase.Pack.Pass, 2020, copies));

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
