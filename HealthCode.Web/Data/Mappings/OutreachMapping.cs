using HealthCode.Domain.Outreach;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class OutreachMapping : IEntityTypeConfiguration<OutreachRound>, IEntityTypeConfiguration<OutreachVisit>
{
    public void Configure(EntityTypeBuilder<OutreachRound> builder)
    {
        builder.AuditedAs(round => $"上门 {round.Number}");
        builder.Purged("outreach-rounds", "上门排查的名单", "次", order: 363);
        builder.ToTable("OutreachRounds");
        builder.Property(round => round.OfficeCode).HasMaxLength(12);
        builder.Property(round => round.Kind).AuditedAs("类别").Disclosed(kind => kind.ChineseName());
        builder.Property(round => round.Worker).AsJson().Encrypted().AuditedAs("网格员");
        builder.Property(round => round.StartsOn).AuditedAs("上门日期").Disclosed();
        builder.Property(round => round.CreatedBy).AsJson();
        builder.Property(round => round.ClosedAt).AuditedAs("结束时间").Disclosed();
        builder.Ignore(round => round.IsOpen);
        builder.HasIndex(round => new { round.OfficeCode, round.Number }).IsUnique();
        builder.HasIndex(round => new { round.OfficeCode, round.ClosedAt });
    }

    public void Configure(EntityTypeBuilder<OutreachVisit> builder)
    {
        builder.AuditedAs(visit => $"上门走访 {visit.ResidentId}");
        builder.Purged("outreach-visits", "上门排查的结果", "人次", order: 364);
        builder.ToTable("OutreachVisits");
        builder.Property(visit => visit.OfficeCode).HasMaxLength(12);
        builder.Property(visit => visit.Reason).Encrypted().AuditedAs("为什么上门");
        builder.Property(visit => visit.Result).AuditedAs("结果");
        builder.Property(visit => visit.VisitedOn).AuditedAs("上门日期").Disclosed();
        builder.Property(visit => visit.Note).Encrypted().AuditedAs("备注");
        builder.Property(visit => visit.By).AsJson().AuditedAs("录入人");
        builder.Property(visit => visit.At).NotAudited();
        builder.HasIndex(visit => new { visit.RoundId, visit.Number }).IsUnique();
        builder.HasIndex(visit => new { visit.ResidentId, visit.VisitedOn });
        builder.HasIndex(visit => new { visit.OfficeCode, visit.VisitedOn });
    }
}
