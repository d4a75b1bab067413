using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class BackupMapping : IEntityTypeConfiguration<BackupPlan>
{
    public void Configure(EntityTypeBuilder<BackupPlan> builder)
    {
        builder.AuditedAs(_ => "备份设置");
        builder.Retained("备份口令和地方");
        builder.LeftBehind("the county has its own");
        builder.Property(plan => plan.Id).ValueGeneratedNever();
        builder.Property(plan => plan.SecondFolder).HasMaxLength(BackupPlan.LongestPath).AuditedAs("第二个地方");
        builder.Property(plan => plan.LastCopy).HasMaxLength(100).AuditedAs("第二份备份");
        builder.Property(plan => plan.KeyPair).AuditedAs("备份口令");
        builder.Property(plan => plan.PassphraseSetAt).AuditedAs("口令日期");
        builder.Property(plan => plan.LastCopiedAt).AuditedAs("拷贝时间");
    }
}
