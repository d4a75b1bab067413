using System.Globalization;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class HealthPassMapping : IEntityTypeConfiguration<HealthPass>
{
    public void Configure(EntityTypeBuilder<HealthPass> builder)
    {
        builder.AuditedAs(p => $"通行卡 {p.Number}");
        builder.ActedFor(nameof(HealthPass.CollectedBy), p => p.CollectedBy is "" or "本人" ? "" : "代领人");
        builder.Purged("passes", "健康通行卡", "张", order: 30);
        // The whole number, and its serial with and without zeros.
        builder.FoundBy(p => new[] { p.Number, p.Number[12..], p.Number[12..].TrimStart('0') }.Select(text => new SearchTerm(SearchTermKind.Code, text)));
        builder.Property(p => p.OfficeCode).HasMaxLength(12);
        builder.Property(p => p.Number).HasMaxLength(20);
        builder.Property(p => p.Holder).AsJson().Encrypted();
        builder.Property(p => p.PersonKey).Hashed().AuditedAs("证件");
        builder.Property(p => p.ResidenceAddress).Encrypted();
        builder.Property(p => p.CollectedBy).Encrypted().AuditedAs("领取人");
        builder.Property(p => p.EndReason).Encrypted().AuditedAs("失效原因");
        // Which clause is what he has: 患者, 密切接触者, 症状.
        builder.Property(p => p.RevocationClause).HasConversion(clause => ((int)clause!.Value).ToString(CultureInfo.InvariantCulture), text => (RefusalClause)int.Parse(text, CultureInfo.InvariantCulture)).Encrypted().AuditedAs("停用依据");
        builder.Property(p => p.State).AuditedAs("状态").Disclosed(state => state.ChineseName());
        builder.Property(p => p.IsCurrent).AuditedAs("是否现用").Disclosed();
        builder.Property(p => p.PrintRunId).AuditedAs("打印批次").Disclosed();
        builder.Property(p => p.PrintedAt).AuditedAs("打印时间").Disclosed();
        builder.Property(p => p.StampedAt).AuditedAs("盖章时间").Disclosed();
        builder.Property(p => p.ApprovedBy).AuditedAs("审核人登录名");
        builder.Property(p => p.ApproverName).AuditedAs("审核人");
        builder.Property(p => p.ReprintOf).AuditedAs("补打自");
        builder.Property(p => p.StampedBy).AuditedAs("盖章人");
        builder.Property(p => p.HandedOverAt).AuditedAs("发放时间").Disclosed();
        builder.Property(p => p.EndedAt).AuditedAs("失效时间").Disclosed();
        builder.OwnsOne(p => p.Validity, validity =>
        {
            validity.Property(v => v.FirstDay).HasColumnName("FirstDay");
            validity.Property(v => v.LastDay).HasColumnName("LastDay");
            validity.HasIndex(v => v.LastDay);
        });
        builder.Navigation(p => p.Validity).IsRequired();
        builder.HasOne<Declaration>().WithMany().HasForeignKey(p => p.DeclarationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.Number).IsUnique();
        // 一人一卡, on the whole server, whatever happens above the database.
        builder.HasIndex(p => p.PersonKey).IsUnique().HasFilter("\"IsCurrent\"");
        // One approval gives one card; a reprint names the card it replaces.
        builder.HasIndex(p => p.DeclarationId);
        builder.HasIndex(p => p.DeclarationId, "IX_Passes_DeclarationId_Issue").IsUnique().HasFilter("\"ReprintOf\" IS NULL");
        // By State, OfficeCode and LastDay there is one, too, in the migration PassesByLastDay: an owned type's index cannot name its owner's columns.
        // All that is asked of what happened to an office's cards on a day: no card is opened for it.
        builder.HasIndex(p => new { p.OfficeCode, p.PrintedAt });
        builder.HasIndex(p => new { p.OfficeCode, p.StampedAt });
        builder.HasIndex(p => new { p.OfficeCode, p.HandedOverAt });
        builder.HasIndex(p => new { p.OfficeCode, p.EndedAt, p.State });
    }
}
