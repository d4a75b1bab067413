using HealthCode.Domain.Offices;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Slips;

/// <summary>复工情况单 — the figures of the day for a unit. It prints no colour and names the missing by their masked names alone.</summary>
public static class WorkStatement
{
    /// <summary>The letter as PDF.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="progress">Its figures.</param>
    /// <param name="missing">Masked names of those of whom no clear result is known.</param>
    /// <param name="citation">Where it is said that all must be clear.</param>
    /// <param name="office">The office.</param>
    /// <param name="now">Time of printing.</param>
    public static byte[] Draw(Facility unit, WorkProgress progress, IReadOnlyList<string> missing, Citation citation, Office office, DateTimeOffset now)
    {
        using var sheet = new SlipSheet("复工情况单");
        sheet.Paragraph($"{unit.Name}（{unit.District}）：");
        sheet.Paragraph($"到{now.Chinese()}，你单位报来的名单 {progress.Total} 人，符合的 {progress.Clear} 人。");
        sheet.Boxed("现在的情况", progress.Sentence);
        if (missing.Count > 0)
        {
            sheet.Heading("还没有符合结果的");
            sheet.Paragraph(string.Join('、', missing));
            sheet.Paragraph("请本人到村（居）委会登记最近一次的结果；没有手机的，村（居）委会帮他问。");
        }

        sheet.Paragraph("全体职员符合健康要求才可复工。只按官方平台的结果统计，名单变了、结果变了，以新的为准。");
        sheet.Source($"依据{citation.Place}。本单只有数字，不是任何人的健康证明。");
        return sheet.Finish(office, BeijingTime.DayOf(now));
    }
}
