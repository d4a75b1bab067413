using HealthCode.Domain.Supervision;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class SupervisionMapping :
    IEntityTypeConfiguration<SelfCheck>,
    IEntityTypeConfiguration<Inspection>,
    IEntityTypeConfiguration<RecognitionComplaint>,
    IEntityTypeConfiguration<SupervisionSettings>,
    IEntityTypeConfiguration<SupplyItem>,
    IEntityTypeConfiguration<SupplyEntry>,
    IEntityTypeConfiguration<Deadline>,
    IEntityTypeConfiguration<DeadlineReport>,
    IEntityTypeConfiguration<RiskArea>
{
    public void Configure(EntityTypeBuilder<SelfCheck> builder)
    {
        builder.AuditedAs(check => $"自查表 {check.CheckedOn:yyyy-MM-dd}");
        builder.Purged("self-checks", "自查表", "张", order: 320);
        builder.ToTable("SelfChecks");
        builder.Property(check => check.OfficeCode).HasMaxLength(12);
        // What was seen may be told with somebody's name.
        builder.Property(check => check.Answers).AsJson().Encrypted();
        builder.Property(check => check.Remedies).AsJson().Encrypted().AuditedAs("整改");
        builder.Property(check => check.ProblemsLeft).AuditedAs("还没有整改的").Disclosed();
        builder.Property(check => check.By).AsJson();
        builder.Ignore(check => check.Left);
        builder.HasIndex(check => new { check.OfficeCode, check.CheckedOn });
    }

    public void Configure(EntityTypeBuilder<Inspection> builder)
    {
        builder.AuditedAs(inspection => $"督查 {inspection.InspectedOn:yyyy-MM-dd}");
        builder.Purged("inspections", "督查登记", "次", order: 322);
        builder.ToTable("Inspections");
        builder.Property(inspection => inspection.OfficeCode).HasMaxLength(12);
        builder.Property(inspection => inspection.Results).AsJson();
        builder.Property(inspection => inspection.Told).Encrypted();
        builder.Property(inspection => inspection.RecheckedOn).AuditedAs("复查日期").Disclosed();
        builder.Property(inspection => inspection.RecheckFinding).Encrypted().AuditedAs("复查结果");
        builder.Property(inspection => inspection.RecheckedBy).AsJson().AuditedAs("复查登记人");
        builder.Property(inspection => inspection.By).AsJson();
        builder.Ignore(inspection => inspection.Faults);
        builder.Ignore(inspection => inspection.AwaitsRecheck);
        builder.HasIndex(inspection => new { inspection.OfficeCode, inspection.InspectedOn });
    }

    public void Configure(EntityTypeBuilder<RecognitionComplaint> builder)
    {
        builder.AuditedAs(complaint => complaint.Id > 0 ? $"不予认可 {complaint.Id}" : "不予认可");
        builder.Purged("complaints", "不予认可登记", "件", order: 324);
        builder.ToTable("RecognitionComplaints");
        builder.Property(complaint => complaint.OfficeCode).HasMaxLength(12);
        builder.Property(complaint => complaint.Name).AsJson().Encrypted();
        builder.Property(complaint => complaint.CardNumber).Encrypted();
        builder.Property(complaint => complaint.RefusedBy).Encrypted();
        builder.Property(complaint => complaint.ToldBy).Encrypted();
        builder.Property(complaint => complaint.ReceivedBy).AsJson();
        builder.Property(complaint => complaint.Forwarded).AsJson().Encrypted().AuditedAs("转办");
        builder.Property(complaint => complaint.Answer).AsJson().Encrypted().AuditedAs("答复");
        builder.Property(complaint => complaint.Closing).AsJson().Encrypted().AuditedAs("结果");
        builder.Property(complaint => complaint.ClosedAt).AuditedAs("办结时间").Disclosed();
        builder.Ignore(complaint => complaint.IsOpen);
        builder.Ignore(complaint => complaint.MaskedNumber);
        builder.HasIndex(complaint => new { complaint.OfficeCode, complaint.ClosedAt });
        builder.HasIndex(complaint => complaint.PassId);
    }

    public void Configure(EntityTypeBuilder<SupervisionSettings> builder)
    {
        builder.AuditedAs(_ => "督查的设定");
        builder.Retained("只有小时数");
        builder.ToTable("SupervisionSettings");
        builder.HasKey(settings => settings.OfficeCode);
        builder.Property(settings => settings.OfficeCode).HasMaxLength(12);
        builder.Property(settings => settings.ComplaintHours).AuditedAs("不予认可几小时内答复").Disclosed();
    }

    public void Configure(EntityTypeBuilder<SupplyItem> builder)
    {
        builder.AuditedAs(item => $"物资 {item.Name}");
        builder.Purged("supplies", "物资种类", "种", order: 328);
        builder.ToTable("SupplyItems");
        builder.Property(item => item.OfficeCode).HasMaxLength(12);
        builder.Property(item => item.LowAt).AuditedAs("剩多少算不足").Disclosed();
        builder.HasIndex(item => new { item.OfficeCode, item.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SupplyEntry> builder)
    {
        builder.AuditedAs(entry => $"物资登记 {entry.ItemId}");
        builder.Purged("supply-entries", "物资领入、领出、盘点", "条", order: 326);
        builder.ToTable("SupplyEntries");
        builder.Property(entry => entry.OfficeCode).HasMaxLength(12);
        // Somebody may have got it.
        builder.Property(entry => entry.Party).Encrypted();
        builder.Property(entry => entry.Note).Encrypted();
        builder.Property(entry => entry.By).AsJson();
        builder.Ignore(entry => entry.Change);
        builder.HasIndex(entry => new { entry.OfficeCode, entry.ItemId, entry.On });
    }

    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.AuditedAs(deadline => $"截止时间 {deadline.Time}");
        builder.Purged("deadlines", "截止时间", "项", order: 332);
        builder.ToTable("Deadlines");
        builder.Property(deadline => deadline.OfficeCode).HasMaxLength(12);
        builder.Property(deadline => deadline.Reporters).AsJson();
        builder.Property(deadline => deadline.LastDay).AuditedAs("报到哪天").Disclosed();
        builder.Property(deadline => deadline.EndReason).AuditedAs("为什么不用报了");
        builder.Property(deadline => deadline.By).AsJson();
        builder.Ignore(deadline => deadline.IsEnded);
        builder.HasIndex(deadline => new { deadline.OfficeCode, deadline.LastDay });
    }

    public void Configure(EntityTypeBuilder<DeadlineReport> builder)
    {
        builder.AuditedAs(report => $"截止时间 {report.DeadlineId} 报了");
        builder.Purged("deadline-reports", "按截止时间报了的", "条", order: 330);
        builder.ToTable("DeadlineReports");
        builder.Property(report => report.OfficeCode).HasMaxLength(12);
        builder.Property(report => report.By).AsJson();
        builder.HasIndex(report => new { report.DeadlineId, report.Day, report.Reporter }).IsUnique();
        builder.HasIndex(report => new { report.OfficeCode, report.Day });
    }

    public void Configure(EntityTypeBuilder<RiskArea> builder)
    {
        builder.AuditedAs(area => area.Id > 0 ? $"风险地区 {area.Id}" : "风险地区");
        builder.Purged("risk-areas", "风险地区", "条", order: 334);
        builder.ToTable("RiskAreas");
        builder.Property(area => area.OfficeCode).HasMaxLength(12);
        builder.Property(area => area.LastDay).AuditedAs("到哪天").Disclosed();
        builder.Property(area => area.EndNotice).AuditedAs("解除的通知");
        builder.Property(area => area.WithdrawnAt).AuditedAs("撤回时间").Disclosed();
        builder.Property(area => area.WithdrawnFor).AuditedAs("为什么撤回");
        builder.Property(area => area.WithdrawnBy).AsJson().AuditedAs("撤回人");
        builder.Property(area => area.By).AsJson();
        builder.HasIndex(area => new { area.OfficeCode, area.FirstDay });
    }
}
