using HealthCode.Domain.Offices;
using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class JobMapping : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<ReportDeadlines>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Property(run => run.Job).HasMaxLength(20);
        builder.Property(run => run.Result).HasMaxLength(JobRun.LongestResult);
        builder.HasIndex(run => new { run.Job, run.ForDay });
    }

    public void Configure(EntityTypeBuilder<ReportDeadlines> builder) => builder.Property(deadlines => deadlines.Id).ValueGeneratedNever();
}
