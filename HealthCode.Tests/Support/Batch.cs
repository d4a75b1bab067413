using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Web.Printing;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Support;

/// <summary>Cards with different names, and the sheets they are printed on.</summary>
internal static class Batch
{
    /// <summary>25 characters.</summary>
    public const string LongName = "古丽巴哈尔·阿卜杜热西提·买买提依明·库尔班尼亚孜";

    /// <summary>60 characters.</summary>
    public const string LongAddress = "宁夏回族自治区石嘴山市惠农区红果子镇马家湾移民安置新村第十二村民小组东边第三排从左往右数第二户西侧平房院内朝南那一间屋里";

    /// <summary>Invented names, one for each place on the sheet with the most cards.</summary>
    public static IReadOnlyList<string> Names { get; } = ["马德山", "王秀兰", "李建国", "杨金花", "丁文才", "白生福", "海玉梅", "欧阳震"];

    /// <summary>This many cards, numbered from 1.</summary>
    public static IReadOnlyList<HealthPass> Cards(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Card(Names[i % Names.Count], Form.CurrentAddress, i + 1))];

    public static HealthPass Card(string name, string address, int sequence = 1)
    {
        var declaration = Submitted(Form with { Person = Applicant with { Name = PersonName.Restore(name) }, Stays = [Form.Stays[0] with { Address = address }] });
        declaration.Approve(NothingFound, 1, Pack, Reviewer, Now, Today);
        return HealthPass.Issue(declaration, Office(), Number(sequence), null, Today);
    }

    /// <summary>The key the codes of these cards are signed with.</summary>
    public static IssuingKey Key { get; } = IssuingKey.Make(Code, "样例村民委员会", 1, Pack.FirstDay);

    /// <summary>A job without a calibration offset.</summary>
    public static SheetJob Job(Office? office = null) => new(office ?? LawfulCase.Office(), Key.Sign);

    /// <summary>Returns the card number in a code that was read, or "not ours: …" if the signature is not valid.</summary>
    public static string NumberOf(string code) => new TrustList([Key.Trusted]).Read(code) is { Token: { } token } ? token.Number.Value : $"not ours: {code}";

    /// <summary>Draws one sheet with these cards; null leaves a place empty.</summary>
    public static PdfInspector Sheet(this ISheetDesign design, IReadOnlyList<HealthPass?> places, SheetJob? job = null)
    {
        using var pdf = new MemoryStream();
        design.Draw([places], job ?? Job(), pdf);
        return new(pdf.ToArray());
    }
}
