using HealthCode.Domain.HealthStatuses;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class HealthStatusMapping : IEntityTypeConfiguration<HealthStatus>, IEntityTypeConfiguration<DailyCheckIn>, IEntityTypeConfiguration<DueEntry>, IEntityTypeConfiguration<ResultCase>
{
    public void Configure(EntityTypeBuilder<HealthStatus> builder)
    {
        builder.AuditedAs(status => $"健康状态 {status.ResidentId}");
        builder.Purged("statuses", "健康状态（官方结果、缘由）", "人", order: 92);
        builder.ToTable("HealthStatuses");
        builder.Property(status => status.OfficeCode).HasMaxLength(12);
        builder.Property(status => status.Grounds).AsJson().Encrypted().AuditedAs("缘由");
        builder.Property(status => status.Official).AsJson().Encrypted().AuditedAs("官方结果");
        builder.Property(status => status.Consent).Encrypted().AuditedAs("谁同意的");
        builder.Property(status => status.KeptSince).AuditedAs("代为打卡起").Disclosed();
        builder.Property(status => status.HasGrounds).NotAudited();
        builder.Property(status => status.OfficialAsksDaily).NotAudited();
        builder.Property(status => status.OfficialSeenOn).NotAudited();
        // Every check-in is audited itself.
        builder.Property(status => status.LastReportedOn).NotAudited();
        builder.Ignore(status => status.LatestOfficial);
        builder.Ignore(status => status.AwaitsCure);
        builder.HasIndex(status => status.ResidentId).IsUnique();
        builder.HasIndex(status => new { status.OfficeCode, status.LastReportedOn });
    }

    public void Configure(EntityTypeBuilder<DailyCheckIn> builder)
    {
        builder.AuditedAs(checkIn => $"健康打卡 {checkIn.ResidentId} {checkIn.Day:yyyy-MM-dd}");
        builder.Purged("check-ins", "健康打卡", "条", order: 94);
        builder.ToTable("DailyCheckIns");
        builder.Property(checkIn => checkIn.OfficeCode).HasMaxLength(12);
        builder.Property(checkIn => checkIn.Content).AsJson().Encrypted().AuditedAs("打卡内容");
        builder.Property(checkIn => checkIn.Earlier).AsJson().Encrypted().NotAudited();
        builder.Property(checkIn => checkIn.Late).AsJson().Encrypted();
        builder.Property(checkIn => checkIn.DeclaredAs).AsJson().Encrypted().NotAudited();
        builder.Property(checkIn => checkIn.By).AsJson().AuditedAs("记录人");
        builder.Property(checkIn => checkIn.At).AuditedAs("记录时间").Disclosed();
        builder.Property(checkIn => checkIn.Version).AuditedAs("版本").Disclosed();
        builder.Property(checkIn => checkIn.FoundAbnormal).NotAudited();
        builder.HasIndex(checkIn => new { checkIn.ResidentId, checkIn.Day, checkIn.Channel, checkIn.FoundAbnormal });
        builder.HasIndex(checkIn => new { checkIn.OfficeCode, checkIn.Day, checkIn.Channel, checkIn.FoundAbnormal });
    }

    public void Configure(EntityTypeBuilder<ResultCase> builder)
    {
        builder.AuditedAs(result => $"纠错核验 {result.ResidentId}");
        builder.Purged("result-cases", "官方结果的纠错、核验", "件", order: 95);
        builder.ToTable("ResultCases");
        builder.Property(result => result.OfficeCode).HasMaxLength(12);
        builder.Property(result => result.Kind).AuditedAs("类别").Disclosed(kind => kind.ChineseName());
        builder.Property(result => result.Item).Encrypted().AuditedAs("哪里不对");
        builder.Property(result => result.Evidence).Encrypted().AuditedAs("材料");
        builder.Property(result => result.OpenedBy).AsJson();
        builder.Property(result => result.Forwarded).AsJson().Encrypted().AuditedAs("转办");
        builder.Property(result => result.Reply).AsJson().Encrypted().AuditedAs("答复");
        builder.Property(result => result.Closing).AsJson().Encrypted().AuditedAs("结果");
        builder.Property(result => result.ClosedAt).AuditedAs("办结时间").Disclosed();
        builder.Ignore(result => result.IsOpen);
        builder.HasIndex(result => new { result.ResidentId, result.ClosedAt });
        // Few are open, however many are closed.
        builder.HasIndex(result => new { result.OfficeCode, result.ClosedAt });
    }

    public void Configure(EntityTypeBuilder<DueEntry> builder)
    {
        builder.NotAudited("made from what is audited, anew every day");
        builder.Purged("due-lists", "今天要问的名单", "条", order: 93);
        builder.ToTable("DueEntries");
        builder.HasIndex(entry => new { entry.OfficeCode, entry.Day, entry.Number }).IsUnique();
        builder.Property(entry => entry.OfficeCode).HasMaxLength(12);
        builder.Property(entry => entry.Words).Encrypted();
        builder.HasIndex(entry => new { entry.ResidentId, entry.Day }).IsUnique();
    }
}
