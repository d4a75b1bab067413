using HealthCode.Domain.Couriers;
using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class CourierMapping :
    IEntityTypeConfiguration<PackageSent>,
    IEntityTypeConfiguration<PackageFile>,
    IEntityTypeConfiguration<PackageReceived>,
    IEntityTypeConfiguration<ReceivedRegister>,
    IEntityTypeConfiguration<TrustedTownship>,
    IEntityTypeConfiguration<StoredTownshipKey>
{
    public void Configure(EntityTypeBuilder<PackageSent> builder)
    {
        builder.HasKey(package => new { package.OfficeCode, package.Number });
        builder.Property(package => package.OfficeCode).HasMaxLength(12);
        builder.Property(package => package.MadeBy).AsJson();
        builder.Ignore(package => package.FinishedDays);
    }

    public void Configure(EntityTypeBuilder<PackageFile> builder)
    {
        builder.HasKey(file => new { file.OfficeCode, file.Number });
        builder.Property(file => file.OfficeCode).HasMaxLength(12);
    }

    public void Configure(EntityTypeBuilder<PackageReceived> builder)
    {
        builder.HasKey(package => new { package.OfficeCode, package.Number });
        builder.Property(package => package.OfficeCode).HasMaxLength(12);
        builder.Property(package => package.Days).AsJson();
        builder.Property(package => package.ReceivedBy).AsJson();
        builder.HasIndex(package => package.LastDay);
    }

    public void Configure(EntityTypeBuilder<ReceivedRegister> builder)
    {
        builder.HasKey(ledger => new { ledger.OfficeCode, ledger.Number });
        builder.Property(ledger => ledger.OfficeCode).HasMaxLength(12);
    }

    public void Configure(EntityTypeBuilder<TrustedTownship> builder)
    {
        builder.HasKey(township => township.Code);
        builder.Property(township => township.Code).HasMaxLength(12);
        builder.Ignore(township => township.Fingerprint);
    }

    public void Configure(EntityTypeBuilder<StoredTownshipKey> builder)
    {
        builder.HasKey(key => new { key.Code, key.Number });
        builder.Property(key => key.Code).HasMaxLength(12);
    }
}
