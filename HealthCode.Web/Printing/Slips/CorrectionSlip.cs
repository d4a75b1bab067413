using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Slips;

/// <summary>补正告知单 — lists what is missing on a returned declaration; not a refusal.</summary>
public static class CorrectionSlip
{
    /// <summary>The slip of a returned declaration as PDF.</summary>
    /// <exception cref="ArgumentException">The declaration was not returned.</exception>
    public static byte[] Draw(Declaration declaration, Office office)
    {
        if (declaration.Decision is not { Outcome: ReviewOutcome.ReturnForCorrection } decision)
        {
            throw new ArgumentException("not a returned declaration", nameof(declaration));
        }

        using var sheet = new SlipSheet("补正告知单");
        var to = Addressee.Of(declaration.Content.Person, declaration.Content.Guardian, decision.DecidedOn);
        sheet.Paragraph(to.Salutation);
        sheet.Paragraph($"{to.Whose} {declaration.SubmittedOn.Chinese()} 的健康通行卡申报（编号 {declaration.Number}）还差下面的内容。这不是不予办理，补上就接着办。");
        sheet.Heading("请补上");
        foreach (var item in decision.MissingItems)
        {
            sheet.Paragraph("· " + item);
        }

        if (decision.Reason.Length > 0)
        {
            sheet.Paragraph(decision.Reason);
        }

        if (to.IsGuardian)
        {
            sheet.Paragraph($"来的时候，请您带{to.Whose}一起来。");
        }

        sheet.Boxed("什么时候来", "随时可以来，不用重新排队申报");
        return sheet.Finish(office, decision.DecidedOn);
    }
}
