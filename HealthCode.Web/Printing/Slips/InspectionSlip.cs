using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;

namespace HealthCode.Web.Printing.Slips;

/// <summary>督查告知单 — for the place inspected: what was not in order, what was told, when it is looked at again.</summary>
public static class InspectionSlip
{
    /// <summary>The slip as PDF.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="office">The office.</param>
    /// <param name="today">Day of printing.</param>
    public static byte[] Draw(Inspection inspection, Office office, DateOnly today)
    {
        using var sheet = new SlipSheet("督查告知单");
        sheet.Paragraph($"致 {inspection.Place}：");
        sheet.Paragraph($"{inspection.InspectedOn.Chinese()}，{inspection.Inspector}来查了“{inspection.FormName}”，情况如下：");
        foreach (var (place, result) in inspection.Results.Index())
        {
            sheet.Paragraph($"{place + 1}. {result.Item}：{result.Outcome.ChineseName()}{(result.IsOwn ? "（本村另查）" : "")}");
        }

        if (inspection.Told.Length > 0)
        {
            sheet.Boxed("请改正", inspection.Told);
        }

        if (inspection.RecheckOn is { } again)
        {
            sheet.Paragraph($"{again.Chinese()}再来看。{(inspection.RecheckedOn is { } on ? $"{on.Chinese()}复查：{inspection.RecheckFinding}" : "")}");
        }

        sheet.Paragraph("　");
        sheet.Paragraph("被查的地方（签字）：　　　　　　　督查人（签字）：");
        sheet.Source($"依据 {inspection.Source}{(inspection.Results.Any(result => result.IsOwn) ? "；本村另查的，通知里没有列" : "")}。");
        return sheet.Finish(office, today);
    }
}
