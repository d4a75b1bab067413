using HealthCode.Domain.Passes;
using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class TrustedKeyMapping : IEntityTypeConfiguration<TrustedKey>, IEntityTypeConfiguration<StoredSigningKey>, IEntityTypeConfiguration<DroppedKey>
{
    public void Configure(EntityTypeBuilder<TrustedKey> builder)
    {
        builder.HasKey(key => new { key.OfficeCode, key.Number });
        builder.Property(key => key.OfficeCode).HasMaxLength(12);
        builder.Ignore(key => key.Fingerprint);
        builder.Ignore(key => key.HasEnded);
    }

    public void Configure(EntityTypeBuilder<DroppedKey> builder)
    {
        builder.HasKey(key => new { key.OfficeCode, key.PublicKey });
        builder.Property(key => key.OfficeCode).HasMaxLength(12);
        builder.Ignore(key => key.Fingerprint);
    }

    public void Configure(EntityTypeBuilder<StoredSigningKey> builder)
    {
        builder.HasKey(key => new { key.OfficeCode, key.Number });
        builder.Property(key => key.OfficeCode).HasMaxLength(12);
    }
}
