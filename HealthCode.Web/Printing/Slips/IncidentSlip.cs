using System.Globalization;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Printing.Slips;

/// <summary>查验处置单 — handover slip for an incident at a checkpoint: contains observations, but no name and no statement about anybody's health
/// status.</summary>
public static class IncidentSlip
{
    /// <summary>The slip as PDF.</summary>
    /// <param name="incident">The recorded incident.</param>
    /// <param name="office">The office in charge of the checkpoint.</param>
    public static byte[] Draw(GateIncident incident, Office office)
    {
        using var sheet = new SlipSheet("查验处置单");
        sheet.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{incident.At.Chinese()}，在{incident.CheckpointName}查验时："));
        sheet.Boxed("看到的情况", incident.Findings);
        if (incident.Number.Length > 0)
        {
            sheet.Paragraph("卡号 " + PassNumber.Restore(incident.Number).Grouped);
        }

        if (incident.Temperature is { } temperature)
        {
            sheet.Paragraph($"体温 {temperature}");
        }

        sheet.Heading("当场处理");
        sheet.Paragraph(incident.Handling);
        sheet.Heading("上报");
        sheet.Paragraph(incident.ReportedTo.Length > 0 ? incident.ReportedTo : "　　　　　　　　　　　　时间：　　　　　　　　");
        sheet.Heading("接收人处理意见");
        sheet.Paragraph("　");
        sheet.Paragraph("　");
        sheet.Paragraph($"值守人 {incident.By.Name}　　　　　　接收人（签字）：");
        sheet.Source("本单只记关口看到的情况，交接用；不是健康证明，也不是不予通行的决定。");
        return sheet.Finish(office, incident.On);
    }
}
