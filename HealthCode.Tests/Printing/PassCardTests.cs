using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Cards;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>健康通行卡: what annex 2 says, every character of the name, to the millimetre.</summary>
public sealed class PassCardTests : IDisposable
{
    private const double Edge = 4;
    private readonly List<PdfInspector> _read = [];

    public void Dispose() => _read.ForEach(pdf => pdf.Dispose());

    [Fact]
    public void Front_and_back_are_A6() =>
        Assert.All(Read(Issued()).Sizes, size =>
        {
            Assert.Equal(105, size.Width, 0.1);
            Assert.Equal(148, size.Height, 0.1);
        });

    [Fact]
    public void The_card_has_two_pages() => Assert.Equal(2, Read(Issued()).Sizes.Count);

    [Fact]
    public void The_front_says_what_annex_2_says_and_nothing_else()
    {
        var front = Read(Issued()).Words(1);

        // Annex 2 with its blanks filled, and the place for the seal (DECISIONS.md D1).
        string[] pieces =
        [
            "宁夏回族自治区健康通行卡", "姓名:", "马德山", "身份证号码:", PaperForm.Number,
            "现居住住址:", "宁夏回族自治区银川市兴庆区样例街道样例村3号",
            "核发机构名称:", "银川", "市", "兴庆区", "县(市、区)", "样例街道", "乡镇(街道)", "样例村", "村(社区)",
            "核发机构联系方式:", "0951-6012345", "核发机构名称(盖章):", "盖章处", "2020年3月5日",
            "(盖章有效,与本人身份证同时使用,有效期14天)",
        ];
        Assert.All(pieces, piece => Assert.Contains(piece, front, StringComparison.Ordinal));
        Assert.Equal(string.Concat(pieces.SelectMany(piece => piece).Order()), string.Concat(front.Order()));
    }

    [Fact]
    public void The_back_says_until_when_the_number_whom_to_ring_and_how_to_check()
    {
        var back = Read(Issued()).Words(2);

        Assert.Contains("有效期至", back, StringComparison.Ordinal);
        Assert.Contains("2020年3月19日", back, StringComparison.Ordinal);
        Assert.Contains(Number().Grouped.Replace(" ", "", StringComparison.Ordinal), back, StringComparison.Ordinal);
        Assert.Contains("监督电话0951-12345", back, StringComparison.Ordinal);
        Assert.Contains("怎样核验：看正面公章，对照本人证件，看有效期。", back, StringComparison.Ordinal);
        Assert.DoesNotContain("健康码", back, StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_read_at_200_dpi_is_the_number_and_nothing_else()
    {
        var card = Read(Issued());

        Assert.Equal([Number().Value], card.Codes(2, 200).Select(Batch.NumberOf));
        Assert.Empty(card.Codes(1, 200));
    }

    [Fact]
    public void Its_modules_are_at_least_half_a_millimetre_and_it_stands_free_by_four_of_them()
    {
        var ink = Read(Issued()).Render(2, 600).Ink(top: 28, bottom: 71)!.Value;

        // Version 7 has 45 modules, the smallest that holds the 125 characters at level Q.
        var module = (ink.Right - ink.Left) / 45;
        Assert.Equal(ink.Right - ink.Left, ink.Bottom - ink.Top, 0.1);
        Assert.True(module >= 0.5, $"{module:F2} mm");
        Assert.True(ink.Left >= 4 * module && ink.Right <= 105 - (4 * module));
        Assert.Null(Read(Issued()).Render(2, 300).Ink(top: ink.Top - (4 * module), bottom: ink.Top - 0.1));
        Assert.Null(Read(Issued()).Render(2, 300).Ink(top: ink.Bottom + 0.1, bottom: ink.Bottom + (4 * module)));
    }

    [Fact]
    public void Every_font_lies_in_the_file()
    {
        var fonts = Read(Issued()).Fonts;

        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.True(font.Embedded, font.Name));
    }

    [Fact]
    public void The_place_of_the_seal_is_a_circle_of_42_mm()
    {
        var front = Read(Issued()).Render(1, 600);

        var across = front.Ink(left: 45, right: 99, top: 112, bottom: 115)!.Value;
        var down = front.Ink(left: 67, right: 69.5, top: 92, bottom: 139)!.Value;
        Assert.Equal(42, across.Right - across.Left, 0.5);
        Assert.Equal(42, down.Bottom - down.Top, 0.8);
    }

    public static TheoryData<string> Names => new(
        "马德山", "阿卜杜热合曼·买买提吐尔逊·阿卜力米提", "艾尔肯·阿不都热西提·买买提明·库尔班江·吐尔逊", "欧阳𬀩𫖯", "李𠮷㐂", "𪚥𫝀𫠠𬺰", "马𬱖", "Jean-Baptiste O'Connor");

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_character_of_a_name_is_on_the_card_and_none_runs_off(string name)
    {
        var card = Read(Card(name, "宁夏回族自治区银川市兴庆区样例街道样例村3号"));

        Assert.Contains(name.Replace(" ", "", StringComparison.Ordinal), card.Words(1), StringComparison.Ordinal);
        Inside(card);
    }

    [Fact]
    public void A_name_of_25_characters_and_an_address_of_60_lose_nothing()
    {
        const string Name = "古丽巴哈尔·阿卜杜热西提·买买提依明·库尔班尼亚孜";
        const string Address = "宁夏回族自治区石嘴山市惠农区红果子镇马家湾移民安置新村第十二村民小组东边第三排从左往右数第二户西侧平房院内朝南那一间屋里";
        Assert.Equal((25, 60), (Name.Length, Address.Length));

        var card = Read(Card(Name, Address));

        var front = card.Words(1);
        Assert.Contains(Address, front, StringComparison.Ordinal);
        Assert.Contains(Name, front, StringComparison.Ordinal);
        Inside(card);
        // The name above its line, the number above its own: nothing overlaps.
        Assert.NotNull(card.Render(1, 300).Ink(left: 30, top: 22, bottom: 36));
    }

    [Fact]
    public void An_office_with_the_longest_names_and_telephones_stays_on_the_card()
    {
        var office = Office();
        office.SetNameAndPhones(new string('长', 60), CommitteeKind.Village, "0951-6012345转8001，夜间13800000000王秀兰", "0951-6012345转8002，夜间13800000001李建国主任");

        using var pdf = new PdfInspector(CardSheet.A6.Draw(Issued(), Batch.Job(office)));

        Assert.Contains("0951-6012345转8001，夜间13800000000王秀兰", pdf.Words(1), StringComparison.Ordinal);
        Assert.Contains("0951-6012345转8002，夜间13800000001李建国主任", pdf.Words(2), StringComparison.Ordinal);
        Assert.Contains("0951-6012345转8001，夜间13800000000王秀兰", pdf.Words(2), StringComparison.Ordinal);
        Inside(pdf);
    }

    [Theory]
    [InlineData(IdentityDocumentKind.None, "", "无证件")]
    [InlineData(IdentityDocumentKind.Passport, "E12345678", "护照E12345678")]
    public void Who_has_no_identity_card_has_what_was_checked_on_his(IdentityDocumentKind kind, string number, string printed)
    {
        var holder = Applicant with { Document = IdentityDocument.Restore(kind, number, kind == IdentityDocumentKind.None ? "年老从未办理" : null, false) };

        Assert.Contains(printed, Read(Card(holder, Form.CurrentAddress)).Words(1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_seal_says_that_it_is_one()
    {
        using var pdf = new PdfInspector(CardSheet.A6.Draw(Issued(), Batch.Job() with { Seal = SampleSeal.Draw }));

        Assert.Contains("样例", pdf.Words(1).Replace("样例街道", "", StringComparison.Ordinal).Replace("样例村", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Inside(pdf);
    }

    private static HealthPass Card(string name, string address) => Card(Applicant with { Name = PersonName.Restore(name) }, address);

    private static HealthPass Card(Person holder, string address)
    {
        var declaration = Submitted(Form with { Person = holder, Stays = [Form.Stays[0] with { Address = address }] });
        declaration.Approve(NothingFound, 1, Pack, Reviewer, Now, Today);
        return HealthPass.Issue(declaration, Office(), Number(), null, Today);
    }

    /// <summary>Printers leave a few millimetres at the edges white.</summary>
    private static void Inside(PdfInspector pdf) => Assert.All(Enumerable.Range(1, pdf.Sizes.Count), page =>
    {
        var ink = pdf.Render(page, 150).Ink()!.Value;
        Assert.InRange(ink.Left, Edge, 105);
        Assert.InRange(ink.Top, Edge, 148);
        Assert.InRange(ink.Right, 0, 105 - Edge);
        Assert.InRange(ink.Bottom, 0, 148 - Edge);
    });

    private PdfInspector Read(HealthPass pass)
    {
        var pdf = new PdfInspector(CardSheet.A6.Draw(pass, Batch.Job()));
        _read.Add(pdf);
        return pdf;
    }
}
