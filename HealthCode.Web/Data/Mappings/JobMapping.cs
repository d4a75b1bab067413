using HealthCode.Domain.Offices;
using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class JobMapping : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<ReportDeadlines>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.NotAudited("the program's own record; what a job does to papers is audited");
        builder.Retained("定时工作的记录，不写居民");
        builder.LeftBehind("what one server has done is not done by another");
        builder.Property(run => run.Job).HasMaxLength(20);
        builder.Property(run => run.Result).HasMaxLength(JobRun.LongestResult);
        builder.HasIndex(run => new { run.Job, run.ForDay });
    }

    public void Configure(EntityTypeBuilder<ReportDeadlines> builder)
    {
        builder.AuditedAs(_ => "日报时限");
        builder.Retained("报送时限");
        builder.LeftBehind("the county has its own");
        builder.Property(deadlines => deadlines.Id).ValueGeneratedNever();
        builder.Property(deadlines => deadlines.Group).AuditedAs("报组长的时限").Disclosed();
        builder.Property(deadlines => deadlines.Office).AuditedAs("报办公室的时限").Disclosed();
        builder.Property(deadlines => deadlines.Closing).AuditedAs("下班时间");
    }
}
