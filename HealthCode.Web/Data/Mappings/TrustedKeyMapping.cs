using HealthCode.Domain.Passes;
using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class TrustedKeyMapping : IEntityTypeConfiguration<TrustedKey>, IEntityTypeConfiguration<StoredSigningKey>, IEntityTypeConfiguration<DroppedKey>
{
    public void Configure(EntityTypeBuilder<TrustedKey> builder)
    {
        builder.AuditedAs(key => $"签发密钥 {key.OfficeCode} 第 {key.Number} 号");
        builder.Retained("村居的公开密钥：验证清册的签名");
        builder.SharedByOffices();
        builder.HasKey(key => new { key.OfficeCode, key.Number });
        builder.Property(key => key.OfficeCode).HasMaxLength(12);
        builder.Property(key => key.PublicKey).AuditedAs("密钥");
        builder.Property(key => key.LastDay).AuditedAs("最后签发日").Disclosed();
        builder.Property(key => key.CompromisedAt).AuditedAs("失窃时刻").Disclosed();
        builder.Property(key => key.CompromiseEnteredAt).AuditedAs("失窃登记时间").Disclosed();
        builder.Ignore(key => key.Fingerprint);
        builder.Ignore(key => key.HasEnded);
    }

    public void Configure(EntityTypeBuilder<DroppedKey> builder)
    {
        builder.AuditedAs(key => $"不再信任的密钥 {key.OfficeCode} 第 {key.Number} 号");
        builder.Retained("不再信任的公开密钥、谁为什么不信");
        builder.SharedByOffices();
        builder.HasKey(key => new { key.OfficeCode, key.PublicKey });
        builder.Property(key => key.OfficeCode).HasMaxLength(12);
        builder.Property(key => key.LastDay).AuditedAs("最后签发日").Disclosed();
        builder.Property(key => key.CompromisedAt).AuditedAs("失窃时刻").Disclosed();
        builder.Ignore(key => key.Fingerprint);
    }

    public void Configure(EntityTypeBuilder<StoredSigningKey> builder)
    {
        builder.NotAudited("the key that is trusted with it is audited");
        builder.Property(key => key.EncryptedPrivateKey).ProtectedFor(StoredSigningKey.Protection);
        builder.Retained("签发密钥：给清册签名");
        builder.HasKey(key => new { key.OfficeCode, key.Number });
        builder.Property(key => key.OfficeCode).HasMaxLength(12);
    }
}
