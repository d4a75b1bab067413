using HealthCode.Domain.Observations;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class ObservationMapping : IEntityTypeConfiguration<Observation>, IEntityTypeConfiguration<FollowUpVisit>, IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.AuditedAs(observation => observation.Id > 0 ? $"医学观察 {observation.Id}" : "医学观察");
        builder.Purged("observations", "医学观察", "次", order: 96);
        builder.ToTable("Observations");
        builder.Property(observation => observation.OfficeCode).HasMaxLength(12);
        builder.Property(observation => observation.Details).AsJson().Encrypted().AuditedAs("观察登记");
        builder.Property(observation => observation.End).AsJson().Encrypted().AuditedAs("解除");
        builder.Property(observation => observation.Place).AuditedAs("观察地点").Disclosed(place => place.ChineseName());
        builder.Property(observation => observation.EndedOn).AuditedAs("解除日期").Disclosed();
        builder.Property(observation => observation.EnteredBy).AsJson();
        builder.Ignore(observation => observation.Clause);
        builder.HasIndex(observation => new { observation.ResidentId, observation.EndedOn });
        // Few go on, however many have ended.
        builder.HasIndex(observation => new { observation.OfficeCode, observation.EndedOn });
    }

    public void Configure(EntityTypeBuilder<FollowUpVisit> builder)
    {
        builder.AuditedAs(visit => $"随访 {visit.ResidentId}");
        builder.Purged("visits", "随访", "次", order: 98);
        builder.ToTable("FollowUpVisits");
        builder.Property(visit => visit.OfficeCode).HasMaxLength(12);
        builder.Property(visit => visit.NextStep).Encrypted();
        builder.Property(visit => visit.By).AsJson();
        builder.HasIndex(visit => new { visit.ResidentId, visit.At });
        builder.HasIndex(visit => new { visit.OfficeCode, visit.At });
    }

    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.AuditedAs(followUp => followUp.Id > 0 ? $"待随访 {followUp.Id}" : "待随访");
        builder.Purged("follow-ups", "待随访", "件", order: 372);
        builder.ToTable("FollowUps");
        builder.Property(followUp => followUp.OfficeCode).HasMaxLength(12);
        builder.Property(followUp => followUp.Who).Encrypted();
        builder.Property(followUp => followUp.Reason).Encrypted();
        builder.Property(followUp => followUp.OpenedBy).AsJson();
        builder.Property(followUp => followUp.ClosedAt).AuditedAs("办结时间").Disclosed();
        builder.Property(followUp => followUp.Outcome).Encrypted().AuditedAs("做了什么");
        builder.Property(followUp => followUp.ClosedBy).AsJson().AuditedAs("办结人");
        builder.Ignore(followUp => followUp.IsOpen);
        builder.HasIndex(followUp => new { followUp.ResidentId, followUp.ClosedAt });
        // Few are open, however many were done.
        builder.HasIndex(followUp => new { followUp.OfficeCode, followUp.ClosedAt });
    }
}
