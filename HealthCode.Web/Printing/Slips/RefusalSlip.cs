using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Slips;

/// <summary>不予办理告知单 — reasons for the refusal in plain words, next steps, earliest day to apply again, and telephone numbers
/// (宁疫指办发〔2020〕73号 四(四)).</summary>
public static class RefusalSlip
{
    /// <summary>The slip of a refused declaration as PDF.</summary>
    /// <exception cref="ArgumentException">The declaration was not refused.</exception>
    public static byte[] Draw(Declaration declaration, Office office)
    {
        if (declaration.Decision is not { Outcome: ReviewOutcome.Refuse } decision)
        {
            throw new ArgumentException("not a refused declaration", nameof(declaration));
        }

        var pack = office.RulesOn(decision.DecidedOn);
        var comeBack = decision.EarliestReapplication(pack);
        using var sheet = new SlipSheet("不予办理告知单");
        var to = Addressee.Of(declaration.Content.Person, declaration.Content.Guardian, decision.DecidedOn);
        sheet.Paragraph(to.Salutation);
        sheet.Paragraph($"{to.Whose} {declaration.SubmittedOn.Chinese()} 申报的健康通行卡，这次还不能办理。申报编号 {declaration.Number}。");
        sheet.Heading("原因");
        foreach (var clause in decision.Clauses.Select(each => pack.Clause((int)each)).Concat(decision.FailedConditions.Select(each => pack.Condition((int)each))))
        {
            sheet.Paragraph(clause.PlainWords);
            sheet.Source($"（依据 {clause.Citation.Place}：“{clause.Citation.Quote}”）");
        }

        foreach (var finding in decision.Findings.Clauses.Where(finding => finding.Applies == true && finding.Count(pack, decision.DecidedOn) is not null))
        {
            sheet.Source($"（天数：{finding.Count(pack, decision.DecidedOn)!.Sentence}）");
        }

        if (decision.Reason.Length > 0)
        {
            sheet.Paragraph($"说明：{decision.Reason}");
        }

        sheet.Heading("再来以前");
        foreach (var step in comeBack.Steps)
        {
            sheet.Paragraph("· " + step);
        }

        if (to.IsGuardian)
        {
            sheet.Paragraph($"· 请您带{to.Whose}一起来。");
        }

        sheet.Boxed(comeBack.Caption, comeBack.Words);
        return sheet.Finish(office, decision.DecidedOn);
    }
}
