using HealthCode.Domain.PrintRuns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class PrintRunMapping :
    IEntityTypeConfiguration<PrintRun>,
    IEntityTypeConfiguration<PrintSheet>,
    IEntityTypeConfiguration<Workstation>
{
    public void Configure(EntityTypeBuilder<PrintRun> builder)
    {
        builder.Property(run => run.OfficeCode).HasMaxLength(12);
        builder.Property(run => run.By).AsJson();
        builder.Ignore(run => run.ToPrint);
        builder.HasMany(run => run.Sheets).WithOne().IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(run => new { run.OfficeCode, run.State });
    }

    public void Configure(EntityTypeBuilder<PrintSheet> builder)
    {
        builder.ToTable("PrintSheets");
        builder.Ignore(sheet => sheet.PassIds);
        builder.Property(sheet => sheet.Places).AsJson();
    }

    public void Configure(EntityTypeBuilder<Workstation> builder)
    {
        builder.HasKey(workstation => workstation.Key);
        builder.Property(workstation => workstation.OfficeCode).HasMaxLength(12);
        builder.Property(workstation => workstation.Calibration).AsJson();
    }
}
