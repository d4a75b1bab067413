using HealthCode.Domain.Checkpoints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class CheckpointMapping : IEntityTypeConfiguration<Checkpoint>
{
    public void Configure(EntityTypeBuilder<Checkpoint> builder)
    {
        builder.AuditedAs(checkpoint => $"关口 {checkpoint.Name}");
        builder.Retained("关口自己");
        builder.Property(checkpoint => checkpoint.OfficeCode).HasMaxLength(12);
        builder.Property(checkpoint => checkpoint.Name).AuditedAs("名称").Disclosed();
        builder.Property(checkpoint => checkpoint.Kind).AuditedAs("类别").Disclosed(kind => kind.ChineseName());
        builder.Property(checkpoint => checkpoint.County).AuditedAs("市县").Disclosed();
        builder.Property(checkpoint => checkpoint.Township).AuditedAs("乡镇街道").Disclosed();
        // It hangs on a board; a resident's address is his own.
        builder.Property(checkpoint => checkpoint.Address).AuditedAs("详细地址").Disclosed();
        builder.Property(checkpoint => checkpoint.Mode).AuditedAs("查验方式").Disclosed(mode => mode.ChineseName());
        builder.Property(checkpoint => checkpoint.IsClosed).AuditedAs("关闭").Disclosed();
        builder.Ignore(checkpoint => checkpoint.FullAddress);
        builder.HasIndex(checkpoint => new { checkpoint.OfficeCode, checkpoint.Name }).IsUnique();
    }
}
