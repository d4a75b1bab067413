using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;

namespace HealthCode.Web.Printing.Slips;

/// <summary>不予认可受理单 — for whoever complained: what was taken down, to whom it goes, and whom to call.</summary>
public static class ComplaintSlip
{
    /// <summary>The slip as PDF.</summary>
    /// <param name="complaint">The complaint.</param>
    /// <param name="terms">What the notices say.</param>
    /// <param name="office">The office.</param>
    /// <param name="today">Day of printing.</param>
    public static byte[] Draw(RecognitionComplaint complaint, RecognitionTerms terms, Office office, DateOnly today)
    {
        using var sheet = new SlipSheet("不予认可受理单");
        sheet.Paragraph($"{complaint.ReceivedAt.Chinese()}，本村（居）委会受理，第 {complaint.Id} 件。来说的人：{complaint.ToldBy}");
        sheet.Boxed("不认的地方", complaint.Place);
        sheet.Paragraph($"什么时候　{complaint.RefusedOn.Chinese()} {complaint.RefusedAt}".TrimEnd());
        sheet.Paragraph($"谁没有被认可　{complaint.Name?.Value ?? "没有说"}");
        sheet.Paragraph($"拿的是　{complaint.Credential}{(complaint.CardNumber.Length > 0 ? "，编号 " + Number(complaint) : "")}");
        if (complaint.RefusedBy.Length > 0)
        {
            sheet.Paragraph($"谁不认　{complaint.RefusedBy}");
        }

        if (complaint.WorkOrder.Length > 0)
        {
            sheet.Paragraph($"12345 工单号　{complaint.WorkOrder}");
        }

        sheet.Heading("怎么办");
        sheet.Paragraph(complaint.Forwarded is { } forwarded ? $"已转 {forwarded.Words}（{forwarded.On.Chinese()}）。" : "我们转给有关部门，请他们纠正，再把答复告诉您。");
        if (complaint.Answer is { } answer)
        {
            sheet.Paragraph($"答复：{answer.Words}（{answer.On.Chinese()}）");
        }

        sheet.Paragraph("您也可以直接打政务热线 12345，或者下面的监督电话。您的卡、码照样有效。");
        sheet.Source($"{terms.Citation.Place}：“{terms.Citation.Quote}”");
        return sheet.Finish(office, today);
    }

    private static string Number(RecognitionComplaint complaint) => complaint.PassId is not null ? PassNumber.Restore(complaint.CardNumber).Grouped : complaint.CardNumber;
}
