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
        builder.AuditedAs(package => $"报送包 {package.OfficeCode} 第 {package.Number} 包");
        builder.Retained("只有数字");
        builder.HasKey(package => new { package.OfficeCode, package.Number });
        builder.Property(package => package.OfficeCode).HasMaxLength(12);
        builder.Property(package => package.MadeBy).AsJson();
        builder.Property(package => package.ReceiptedAt).AuditedAs("回执时间").Disclosed();
        builder.Ignore(package => package.FinishedDays);
    }

    public void Configure(EntityTypeBuilder<PackageFile> builder)
    {
        builder.NotAudited("the package is audited");
        builder.Purged(
            "packages", "带台账的报送包", "份", order: 130,
            where: "\"OfficeCode\" = {0} AND \"Number\" IN (SELECT \"Number\" FROM \"PackagesSent\" WHERE \"OfficeCode\" = {0} AND \"HasRegister\")");
        builder.HasKey(file => new { file.OfficeCode, file.Number });
        builder.Property(file => file.OfficeCode).HasMaxLength(12);
    }

    public void Configure(EntityTypeBuilder<PackageReceived> builder)
    {
        builder.AuditedAs(package => $"收到的报送包 {package.OfficeCode} 第 {package.Number} 包");
        builder.Retained("只有数字");
        builder.SharedByOffices();
        builder.HasKey(package => new { package.OfficeCode, package.Number });
        builder.Property(package => package.OfficeCode).HasMaxLength(12);
        builder.Property(package => package.Days).AsJson();
        builder.Property(package => package.ReceivedBy).AsJson();
        builder.HasIndex(package => package.LastDay);
    }

    public void Configure(EntityTypeBuilder<ReceivedRegister> builder)
    {
        builder.NotAudited("the package is audited");
        // At the township those of every village in it: the end is declared for all at once.
        builder.Purged("ledgers", "收到的台账", "份", order: 140, where: "substr(\"OfficeCode\", 1, 9) = substr({0}, 1, 9)");
        builder.SharedByOffices();
        builder.HasKey(ledger => new { ledger.OfficeCode, ledger.Number });
        builder.Property(ledger => ledger.OfficeCode).HasMaxLength(12);
    }

    public void Configure(EntityTypeBuilder<TrustedTownship> builder)
    {
        builder.AuditedAs(township => $"收件密钥 {township.Code}");
        builder.Retained("乡镇的公开密钥");
        builder.SharedByOffices();
        builder.HasKey(township => township.Code);
        builder.Property(township => township.Code).HasMaxLength(12);
        builder.Property(township => township.Name).AuditedAs("名称");
        builder.Property(township => township.PublicKey).AuditedAs("密钥");
        builder.Ignore(township => township.Fingerprint);
    }

    public void Configure(EntityTypeBuilder<StoredTownshipKey> builder)
    {
        builder.AuditedAs(key => $"收件密钥 {key.Code} 第 {key.Number} 号");
        builder.Retained("乡镇的密钥");
        builder.HasKey(key => new { key.Code, key.Number });
        builder.Property(key => key.Code).HasMaxLength(12);
        builder.Property(key => key.EncryptedPrivateKey).ProtectedFor(StoredTownshipKey.Protection);
    }
}
