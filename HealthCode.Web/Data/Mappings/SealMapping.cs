using HealthCode.Domain.Declarations;
using HealthCode.Domain.Seals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class SealMapping :
    IEntityTypeConfiguration<SealUse>,
    IEntityTypeConfiguration<OfficeSeal>,
    IEntityTypeConfiguration<StockEntry>,
    IEntityTypeConfiguration<PrintedForm>
{
    public void Configure(EntityTypeBuilder<SealUse> builder)
    {
        builder.NotAudited("a line of a register; the print or stamp itself, and its crossing out, are audited with the card");
        builder.Purged("seals", "用印登记", "条", order: 90);
        builder.Property(use => use.OfficeCode).HasMaxLength(12);
        builder.HasIndex(use => new { use.OfficeCode, use.On });
    }

    public void Configure(EntityTypeBuilder<OfficeSeal> builder)
    {
        builder.AuditedAs(seal => $"公章图样 {seal.ApprovingDocument}");
        builder.Retained("公章图样");
        builder.HasKey(seal => seal.OfficeCode);
        builder.Property(seal => seal.RegisteredBy).AsJson();
    }

    public void Configure(EntityTypeBuilder<StockEntry> builder)
    {
        builder.AuditedAs(entry => $"卡片库存 {entry.Stock}");
        builder.Retained("只有张数");
        builder.Property(entry => entry.OfficeCode).HasMaxLength(12);
        builder.Property(entry => entry.By).AsJson();
        builder.HasIndex(entry => new { entry.OfficeCode, entry.Stock });
    }

    public void Configure(EntityTypeBuilder<PrintedForm> builder)
    {
        builder.NotAudited("a line of a register that is never changed");
        builder.Purged("forms", "编号空白表的登记", "份", order: 70);
        builder.HasKey(form => form.Number);
        builder.Property(form => form.OfficeCode).HasMaxLength(12);
    }
}
