using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Slips;

/// <summary>收件回执 — receipt for a household's declarations: names, numbers and next steps.</summary>
public static class ReceiptSlip
{
    /// <summary>The receipt as PDF.</summary>
    /// <param name="declarations">At least one, of one household, received on the same day.</param>
    /// <param name="office">The receiving office.</param>
    public static byte[] Draw(IReadOnlyList<Declaration> declarations, Office office)
    {
        ArgumentOutOfRangeException.ThrowIfZero(declarations.Count);

        using var sheet = new SlipSheet("收件回执");
        var to = declarations.Select(each => Addressee.Of(each.Content.Person, each.Content.Guardian, each.SubmittedOn)).ToList();
        // A household's receipt is addressed to nobody, unless there are only children on it.
        foreach (var salutation in to.TrueForAll(each => each.IsGuardian) ? to.Select(each => each.Salutation).Distinct() : [])
        {
            sheet.Paragraph(salutation);
        }

        sheet.Paragraph($"{declarations[0].SubmittedOn.Chinese()} 收到下列健康通行卡办理申报表 {declarations.Count} 份：");
        foreach (var (declaration, addressee) in declarations.Zip(to))
        {
            sheet.Paragraph($"· {declaration.Content.Person.Name.Value}　编号 {declaration.Number}{(addressee.IsGuardian && declaration.Content.Guardian is { } guardian ? $"　监护人 {guardian.Name.Value}" : "")}");
        }

        sheet.Heading("下一步");
        sheet.Paragraph("请本人带身份证件来量体温、当面审核。符合的当场打印、盖章、领卡；十四周岁以下由监护人陪同。");
        if (to.Where(each => each.IsGuardian).Select(each => each.Whose).ToList() is { Count: > 0 } children)
        {
            sheet.Paragraph($"{string.Join('、', children)}还小，请监护人带着一起来。");
        }

        sheet.Boxed("来的时候请带上，没有也给办", "本回执和身份证件");
        return sheet.Finish(office, declarations[0].SubmittedOn);
    }
}
