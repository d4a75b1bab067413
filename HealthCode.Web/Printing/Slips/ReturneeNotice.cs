using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Slips;

/// <summary>返乡告知单 — for the family, in place of a message to a telephone (琼肺炎指〔2020〕29号 系统操作流程 1.2). It shows no colour and no code, and demands no paper.</summary>
public static class ReturneeNotice
{
    /// <summary>The letter as PDF.</summary>
    /// <param name="entry">The entry; its content is a <see cref="Returnee"/>.</param>
    /// <param name="form">The province's register.</param>
    /// <param name="pack">The province's rules.</param>
    /// <param name="office">The office.</param>
    /// <param name="today">Day of printing.</param>
    public static byte[] Draw(RegisterEntry entry, RegisterForm form, RulePack pack, Office office, DateOnly today)
    {
        var returnee = (Returnee)entry.Content;
        using var sheet = new SlipSheet($"{form.Coming}告知单");
        var isChild = returnee.Document is { } document && ResidentIdNumber.BirthDateOf(document.Number) is { } born && Person.NeedsGuardian(born, today);
        sheet.Paragraph(isChild ? $"{returnee.Name.Value}的监护人：" : $"{returnee.Name.Value}和家人：");
        if (returnee.ArrivedOn is not { } arrived)
        {
            sheet.Paragraph($"您家登记了{returnee.ExpectedOn?.Chinese()}{form.Coming}。到家那天，请告诉村（居）委会一声，打电话、捎口信都可以。");
            sheet.Boxed("到家那天请打电话", office.ContactPhone ?? "");
        }
        else if (returnee.IsolationFrom is not { } from)
        {
            sheet.Paragraph($"{(isChild ? returnee.Name.Value : "您")}{arrived.Chinese()}{form.Coming}，已经登记。");
            sheet.Boxed("身体不舒服，请马上打电话", office.ContactPhone ?? "");
        }
        else
        {
            sheet.Paragraph($"{(isChild ? returnee.Name.Value : "您")}{arrived.Chinese()}{form.Coming}，从{from.Chinese()}起{(returnee.IsolationPlace.Length > 0 ? "在" + returnee.IsolationPlace : "在家")}隔离。");
            sheet.Boxed("隔离到哪天", entry.IsolationEndedOn is { } ended ? $"{ended.Chinese()}已经结束" : returnee.IsolationTo is { } to ? to.Chinese() : "另行告知");
            if (entry.IsolationEndedOn is null)
            {
                sheet.Paragraph("隔离的时候，村（居）委会每天问一次身体情况，打电话或者上门都可以。");
            }
        }

        sheet.Heading("要记住的");
        sheet.Paragraph("· 发热、干咳、身体不舒服的，马上打电话。");
        sheet.Paragraph("· 缺药、缺粮、有别的难处，也打电话。");
        sheet.Paragraph("· 不要您另外开证明。没有手机也不要紧。");
        if (pack.HealthCode.ObservationDays is { } days && returnee.IsolationFrom is not null && entry.IsolationEndedOn is null)
        {
            sheet.Paragraph($"· 开始的那天不算，满 {days} 天就结束，谁也不能加。");
        }

        sheet.Source($"依据{form.Citation.Place}。本单不是健康证明，不显示健康码。");
        return sheet.Finish(office, today);
    }
}
