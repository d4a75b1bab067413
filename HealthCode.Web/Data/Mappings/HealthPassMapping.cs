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
        builder.Property(p => p.OfficeCode).HasMaxLength(12);
        builder.Property(p => p.Number).HasMaxLength(20);
        builder.Property(p => p.Holder).AsJson().Encrypted();
        builder.Property(p => p.PersonKey).Hashed();
        builder.Property(p => p.ResidenceAddress).Encrypted();
        builder.Property(p => p.CollectedBy).Encrypted();
        builder.Property(p => p.EndReason).Encrypted();
        // Which clause is what he has: 患者, 密切接触者, 症状.
        builder.Property(p => p.RevocationClause).HasConversion(clause => ((int)clause!.Value).ToString(CultureInfo.InvariantCulture), text => (RefusalClause)int.Parse(text, CultureInfo.InvariantCulture)).Encrypted();
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
        builder.HasIndex(p => p.DeclarationId, "IX_Passes_DeclarationId_Issue").IsUnique().HasFilter("\"ReprintOf\" IS NULL");
        builder.HasIndex(p => new { p.State, p.OfficeCode });
        // All that is asked of what happened to an office's cards on a day: no card is opened for it.
        builder.HasIndex(p => new { p.OfficeCode, p.PrintedAt });
        builder.HasIndex(p => new { p.OfficeCode, p.StampedAt });
        builder.HasIndex(p => new { p.OfficeCode, p.HandedOverAt });
        builder.HasIndex(p => new { p.OfficeCode, p.EndedAt, p.State });
    }
}
