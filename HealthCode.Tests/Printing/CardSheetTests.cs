using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Domain.PrintRuns;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Cards;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>卡纸: every kind of sheet, every place, to the millimetre.</summary>
public sealed class CardSheetTests
{
    public static TheoryData<string> Sheets => [.. CardSheet.All.Select(sheet => sheet.Product.Code)];

    private static CardSheet Sheet(string code) => CardSheet.All.Single(sheet => sheet.Product.Code == code);

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_sheet_has_its_size_its_fonts_and_a_back_unless_it_is_folded(string code)
    {
        using var pdf = Sheet(code).Sheet(Batch.Cards(Sheet(code).Product.PerSheet));

        Assert.Equal(Sheet(code).Folded ? 1 : 2, pdf.Sizes.Count);
        Assert.All(pdf.Sizes, size => Assert.Equal((Sheet(code).Paper.Width, Sheet(code).Paper.Height), (Math.Round(size.Width, 1), Math.Round(size.Height, 1))));
        Assert.All(pdf.Fonts, font => Assert.True(font.Embedded, font.Name));
        Assert.Equal(Sheet(code).Product.PerSheet, Sheet(code).Grid.Count);
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Every_card_of_a_full_sheet_is_read_by_a_scanner_and_none_twice(string code)
    {
        var cards = Batch.Cards(Sheet(code).Product.PerSheet);
        using var pdf = Sheet(code).Sheet(cards);

        Assert.Equal(cards.Select(card => card.Number).Order(), pdf.Codes(pdf.Sizes.Count, 200).Select(Batch.NumberOf).Order());
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Each_front_says_annex_2_in_its_place_and_its_back_lies_behind_it(string code)
    {
        var sheet = Sheet(code);
        var cards = Batch.Cards(sheet.Product.PerSheet);
        using var pdf = sheet.Sheet(cards);
        var (width, height) = (sheet.Design.Width * sheet.Scale, sheet.Design.Height * sheet.Scale);

        for (var place = 0; place < cards.Count; place++)
        {
            var (x, y) = sheet.Grid.At(place);
            var front = pdf.WordsIn(1, x, y, x + width, y + height);
            Assert.Equal(Sorted(Front(cards[place])), Sorted(front));

            var (backX, backY) = sheet.Folded ? (x + width, y) : sheet.Grid.At(sheet.Grid.Mirrored(place));
            var back = pdf.WordsIn(sheet.Folded ? 1 : 2, backX, backY, backX + width, backY + height);
            Assert.Contains(cards[place].Number, back, StringComparison.Ordinal);
            Assert.Contains("有效期至", back, StringComparison.Ordinal);
            Assert.Contains("2020年3月19日", back, StringComparison.Ordinal);
            Assert.Contains("监督电话", back, StringComparison.Ordinal);
            Assert.DoesNotContain("健康码", back, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void The_seal_is_42_mm_on_every_sheet_also_where_the_card_is_enlarged(string code)
    {
        var sheet = Sheet(code);
        using var plain = sheet.Sheet(Batch.Cards(sheet.Product.PerSheet));
        var page = plain.Render(1, 300);

        for (var place = 0; place < sheet.Grid.Count; place++)
        {
            var (x, y) = sheet.Grid.At(place);
            var (sealX, sealY) = (x + (sheet.Design.Seal.X * sheet.Scale), y + (sheet.Design.Seal.Y * sheet.Scale));
            // Half of a dashed circle is dashes; a circle of another size is hardly hit.
            Assert.True(page.Circle(sealX, sealY, 42) > 0.4, $"place {place}: {page.Circle(sealX, sealY, 42):F2}");
            Assert.True(page.Circle(sealX, sealY, 38.5) < 0.4, $"place {place}: {page.Circle(sealX, sealY, 38.5):F2}");
        }
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_seal_is_printed_about_the_middle_of_its_place_in_its_own_size(string code)
    {
        var sheet = Sheet(code);
        var cards = Batch.Cards(sheet.Product.PerSheet);
        using var plain = sheet.Sheet(cards);
        using var stamped = sheet.Sheet(cards, Batch.Job() with { Seal = page => page.DrawEllipse(PdfSharp.Drawing.XBrushes.Red, -59.5, -59.5, 119, 119) });

        var ink = stamped.Render(1, 200).Against(plain.Render(1, 200)).Ink(right: sheet.Grid.Origin.X + (sheet.Design.Width * sheet.Scale), bottom: sheet.Grid.Origin.Y + (sheet.Design.Height * sheet.Scale))!.Value;
        var (x, y) = (sheet.Grid.Origin.X + (sheet.Design.Seal.X * sheet.Scale), sheet.Grid.Origin.Y + (sheet.Design.Seal.Y * sheet.Scale));
        Assert.Equal(42, ink.Right - ink.Left, 0.5);
        Assert.Equal(42, ink.Bottom - ink.Top, 0.5);
        Assert.Equal(x, (ink.Left + ink.Right) / 2, 0.3);
        Assert.Equal(y, (ink.Top + ink.Bottom) / 2, 0.3);
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_name_of_25_characters_and_an_address_of_60_lose_nothing_and_stay_in_their_cell(string code)
    {
        var sheet = Sheet(code);
        using var pdf = sheet.Sheet([.. Enumerable.Range(1, sheet.Product.PerSheet).Select(i => Batch.Card(Batch.LongName, Batch.LongAddress, i))]);

        for (var place = 0; place < sheet.Grid.Count; place++)
        {
            var front = Cell(pdf, sheet, place);
            Assert.Contains(Batch.LongName, front, StringComparison.Ordinal);
            Assert.Contains(Batch.LongAddress, front, StringComparison.Ordinal);
        }

        StaysInside(pdf, sheet);
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void An_office_with_the_longest_names_and_telephones_stays_in_the_cell(string code)
    {
        var office = Office();
        office.SetNameAndPhones(new string('长', 60), CommitteeKind.Village, "0951-6012345转8001，夜间13800000000王秀兰", "0951-6012345转8002，夜间13800000001李建国主任");
        using var pdf = Sheet(code).Sheet(Batch.Cards(Sheet(code).Product.PerSheet), Batch.Job(office));

        StaysInside(pdf, Sheet(code));
    }

    /// <summary>Each sheet with names from the shortest to the longest, and documents whose kind is printed before the number.</summary>
    public static TheoryData<string, string, IdentityDocumentKind, string> Holders
    {
        get
        {
            TheoryData<string, string, IdentityDocumentKind, string> holders = [];
            foreach (var code in CardSheet.All.Select(sheet => sheet.Product.Code))
            {
                holders.Add(code, "马山", IdentityDocumentKind.ResidentIdCard, PaperForm.Number);
                holders.Add(code, "欧阳德福", IdentityDocumentKind.ResidentIdCard, "640104194802290026");
                holders.Add(code, "Jean-Baptiste O'Connor", IdentityDocumentKind.Passport, "E12345678");
                holders.Add(code, "阿卜杜热合曼·买买提吐尔逊·阿卜力米提", IdentityDocumentKind.HongKongMacaoTaiwanResidencePermit, "810000199001010017");
                holders.Add(code, Batch.LongName, IdentityDocumentKind.ResidentIdCard, PaperForm.Number);
                holders.Add(code, new string('鑫', 30), IdentityDocumentKind.None, "");
            }

            return holders;
        }
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void Name_and_number_stand_clear_of_the_seal(string code, string name, IdentityDocumentKind kind, string number)
    {
        var sheet = Sheet(code);
        using var named = sheet.Sheet([.. Enumerable.Range(1, sheet.Product.PerSheet).Select(i => Card(name, kind, number, i))]);
        using var another = sheet.Sheet([.. Enumerable.Range(1, sheet.Product.PerSheet).Select(i => Card("丁一", IdentityDocumentKind.ResidentIdCard, "640104200002291232", i))]);

        // What differs between two holders is name and number, and the code, which is on the back.
        var own = named.Render(1, 200).Against(another.Render(1, 200));

        for (var place = 0; place < sheet.Grid.Count; place++)
        {
            var (x, y) = sheet.Grid.At(place);
            Assert.Equal(0, own.InkWithin(x + (sheet.Design.Seal.X * sheet.Scale), y + (sheet.Design.Seal.Y * sheet.Scale), CardSheet.SealDiameter + 0.6));
        }
    }

    [Fact]
    public void An_empty_place_stays_white()
    {
        var sheet = Sheet("a4-4");
        using var pdf = sheet.Sheet([null, .. Batch.Cards(1), null, null]);

        Assert.Null(pdf.Render(1, 100).Ink(2, 3, 103, 147));
        Assert.NotNull(pdf.Render(1, 100).Ink(107, 3, 208, 147));
        Assert.Null(pdf.Render(2, 100).Ink(107, 3, 208, 147));
    }

    [Fact]
    public void A_calibration_moves_and_stretches_the_whole_page()
    {
        using var plain = CardSheet.A6.Sheet(Batch.Cards(1));
        using var off = CardSheet.A6.Sheet(Batch.Cards(1), Batch.Job() with { Calibration = Calibration.Of(2.0m, -1.5m, 101m) });

        var before = plain.Render(2, 600).Ink(top: 29, bottom: 71)!.Value;
        var after = off.Render(2, 600).Ink(top: 28, bottom: 71)!.Value;
        Assert.Equal((before.Left * 1.01) + 2.0, after.Left, 0.1);
        Assert.Equal((before.Top * 1.01) - 1.5, after.Top, 0.1);
        Assert.Equal((before.Right * 1.01) + 2.0, after.Right, 0.1);
    }

    [Theory]
    [InlineData("马德山", 40)]
    [InlineData(Batch.LongName, 26)]
    public void The_card_for_elders_prints_names_of_26_points_and_more(string name, double points)
    {
        using var pdf = Sheet("a5-large").Sheet([Batch.Card(name, Form.CurrentAddress)]);

        // A Han character fills about nine tenths of its size.
        Assert.All(pdf.Render(1, 300).Lines(9, 30, 139, 55.5), height => Assert.InRange(height, points * 0.3528 * 0.8, 60 * 0.3528));
    }

    [Fact]
    public void The_card_for_elders_prints_the_last_day_of_22_points_telephones_of_18_and_nothing_below_16()
    {
        using var pdf = Sheet("a5-large").Sheet(Batch.Cards(1));
        var back = pdf.Render(2, 300);

        Assert.True(Assert.Single(back.Lines(10, 22, 138, 38)) >= 22 * 0.3528 * 0.8);
        Assert.True(Assert.Single(back.Lines(10, 124, 138, 137)) >= 18 * 0.3528 * 0.65, "figures are lower than characters");
        Assert.All(back.Lines(8, 142, 140, 205), height => Assert.True(height >= 16 * 0.3528 * 0.75, $"{height:F1} mm"));
    }

    [Fact]
    public void Cut_lines_run_between_cards_and_a_dashed_line_where_one_folds()
    {
        using var quarters = Sheet("a4-4").Sheet([null, null, null, null]);
        using var folded = Sheet("wallet-fold").Sheet([null, null, null, null]);

        Assert.InRange(quarters.Render(1, 300).Ink(104, 20, 106, 100)!.Value.Left, 104.7, 105.1);
        Assert.InRange(quarters.Render(1, 300).Ink(20, 147, 80, 150)!.Value.Top, 148.2, 148.7);
        var fold = folded.Render(1, 300);
        Assert.InRange(fold.Ink(103, 50, 107, 85)!.Value.Left, 104.7, 105.1);
        Assert.Contains("沿中间虚线对折", folded.Words(1), StringComparison.Ordinal);
    }

    /// <summary>Annex 2 with its blanks filled, and the place for the seal (DECISIONS.md D1).</summary>
    private static string Front(HealthPass card) => string.Concat(
        "宁夏回族自治区健康通行卡", "姓名:", card.Holder.Name.Value, "身份证号码:", PaperForm.Number, "现居住住址:", card.ResidenceAddress,
        "核发机构名称:", "银川", "市", "兴庆区", "县(市、区)", "样例街道", "乡镇(街道)", "样例村", "村(社区)",
        "核发机构联系方式:", "0951-6012345", "核发机构名称(盖章):", "盖章处", "2020年3月5日", "(盖章有效,与本人身份证同时使用,有效期14天)");

    private static HealthPass Card(string name, IdentityDocumentKind kind, string number, int sequence)
    {
        var person = Applicant with { Name = PersonName.Restore(name), Document = IdentityDocument.Restore(kind, number, kind == IdentityDocumentKind.None ? "从未办理" : null, false) };
        var declaration = Submitted(Form with { Person = person });
        declaration.Approve(NothingFound, 1, Pack, Reviewer, Now, Today);
        return HealthPass.Issue(declaration, Office(), Number(sequence), null, Today);
    }

    private static string Sorted(string text) => string.Concat(text.Order());

    private static string Cell(PdfInspector pdf, CardSheet sheet, int place)
    {
        var (x, y) = sheet.Grid.At(place);
        return pdf.WordsIn(1, x, y, x + (sheet.Design.Width * sheet.Scale), y + (sheet.Design.Height * sheet.Scale));
    }

    /// <summary>A stripe along the inside of each cell is white on every page: nothing runs into a neighbour or off the paper.</summary>
    private static void StaysInside(PdfInspector pdf, CardSheet sheet)
    {
        const double Stripe = 1.6;
        for (var number = 1; number <= pdf.Sizes.Count; number++)
        {
            var page = pdf.Render(number, 150);
            for (var place = 0; place < sheet.Grid.Count; place++)
            {
                var (x, y) = sheet.Grid.At(place);
                var (right, bottom) = (Math.Min(x + sheet.Grid.Pitch.X, sheet.Paper.Width), Math.Min(y + sheet.Grid.Pitch.Y, sheet.Paper.Height));
                Assert.Null(page.Ink(x + 0.6, y + 0.6, x + Stripe, bottom - 0.6));
                Assert.Null(page.Ink(right - Stripe, y + 0.6, right - 0.6, bottom - 0.6));
                Assert.Null(page.Ink(x + 0.6, bottom - Stripe, right - 0.6, bottom - 0.6) is { } foot && !sheet.Folded ? foot : null);
            }
        }
    }
}
