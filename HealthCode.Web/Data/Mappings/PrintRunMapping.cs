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
        builder.AuditedAs(run => run.Id > 0 ? $"打印批次 {run.Id}" : "打印批次");
        builder.Purged("runs", "打印批次", "批", order: 80);
        builder.Property(run => run.OfficeCode).HasMaxLength(12);
        builder.Property(run => run.By).AsJson();
        builder.Property(run => run.State).AuditedAs("状态").Disclosed(state => state.ChineseName());
        builder.Ignore(run => run.ToPrint);
        builder.HasMany(run => run.Sheets).WithOne().IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(run => new { run.OfficeCode, run.State });
    }

    public void Configure(EntityTypeBuilder<PrintSheet> builder)
    {
        builder.NotAudited("what became of a sheet is in the state of its run and its cards");
        builder.PurgedWith<PrintRun>();
        builder.ToTable("PrintSheets");
        builder.Ignore(sheet => sheet.PassIds);
        builder.Property(sheet => sheet.Places).AsJson().HoldsIds();
    }

    public void Configure(EntityTypeBuilder<Workstation> builder)
    {
        builder.AuditedAs(workstation => $"工作站 {workstation.Name}");
        builder.Retained("电脑和打印机");
        builder.HasKey(workstation => workstation.Key);
        builder.Property(workstation => workstation.OfficeCode).HasMaxLength(12);
        builder.Property(workstation => workstation.Calibration).AsJson().AuditedAs("校准");
        builder.Property(workstation => workstation.Name).AuditedAs("名称").Disclosed();
    }
}
