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
        builder.Property(use => use.OfficeCode).HasMaxLength(12);
        builder.HasIndex(use => new { use.OfficeCode, use.On });
    }

    public void Configure(EntityTypeBuilder<OfficeSeal> builder)
    {
        builder.HasKey(seal => seal.OfficeCode);
        builder.Property(seal => seal.RegisteredBy).AsJson();
    }

    public void Configure(EntityTypeBuilder<StockEntry> builder)
    {
        builder.Property(entry => entry.OfficeCode).HasMaxLength(12);
        builder.Property(entry => entry.By).AsJson();
        builder.HasIndex(entry => new { entry.OfficeCode, entry.Stock });
    }

    public void Configure(EntityTypeBuilder<PrintedForm> builder)
    {
        builder.HasKey(form => form.Number);
        builder.Property(form => form.OfficeCode).HasMaxLength(12);
    }
}
