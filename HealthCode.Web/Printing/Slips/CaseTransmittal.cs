using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Slips;

/// <summary>转办单 — passes a disputed official result on to whoever can change it, with room for the reply. It shows no colour, no code and no judgement of the
/// office.</summary>
public static class CaseTransmittal
{
    /// <summary>The letter as PDF.</summary>
    /// <param name="result">The case.</param>
    /// <param name="resident">Whose.</param>
    /// <param name="platform">The official platform.</param>
    /// <param name="office">The office.</param>
    /// <param name="today">Day of printing.</param>
    public static byte[] Draw(ResultCase result, Resident resident, string platform, Office office, DateOnly today)
    {
        using var sheet = new SlipSheet($"{result.Kind.ChineseName()}转办单");
        sheet.Paragraph($"致 {result.Forwarded?.Words ?? "　　　　　　　　　　　　　　　　　　　　"}：");
        sheet.Paragraph($"下面这位居民请我们把他在“{platform}”上的情况转给你处，请处理，并把结果告诉我们。");
        sheet.Heading("居民");
        sheet.Paragraph($"姓名 {resident.Person.Name.Value}　　证件 {resident.Person.Document.Kind.ChineseName()} {resident.Person.Document.Number}".TrimEnd());
        sheet.Paragraph($"电话 {resident.Phone?.Value ?? resident.Guardian?.Phone?.Value ?? "无"}　　住址 {(resident.Address.Length > 0 ? resident.Address : "无登记")}");
        sheet.Boxed("请处理的事", result.Item);
        sheet.Heading("我们看到的材料");
        sheet.Paragraph(result.Evidence.Length > 0 ? result.Evidence : "没有。居民说明即可，不要求他另开证明。");
        sheet.Heading("处理意见");
        sheet.Paragraph(result.Reply?.Words ?? "　");
        sheet.Paragraph("　");
        sheet.Paragraph($"登记人 {result.OpenedBy.Name}，{result.OpenedAt.ChineseShort()}　　　　处理人（签字）：");
        sheet.Source("本单只转居民自己的话，不是健康证明，也不改变任何结果。");
        return sheet.Finish(office, today);
    }
}
