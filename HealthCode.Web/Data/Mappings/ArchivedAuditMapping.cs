using HealthCode.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class ArchivedAuditMapping : IEntityTypeConfiguration<ArchivedAuditChain>, IEntityTypeConfiguration<ArchivedAuditRecord>
{
    private const string NoVillage = "only a county's database has archives";

    public void Configure(EntityTypeBuilder<ArchivedAuditChain> builder)
    {
        builder.NotAudited("what was taken in is audited in words");
        builder.Retained("从哪份备份搬来，只有编号；校验归档审计要用");
        builder.LeftBehind(NoVillage);
        builder.Property(chain => chain.Id).ValueGeneratedNever();
        builder.Ignore(chain => chain.Description);
        builder.HasIndex(chain => chain.Origin).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ArchivedAuditRecord> builder)
    {
        builder.NotAudited("the audit itself");
        builder.Retained("经办人的操作，只有编号；前后内容由审计自己销毁");
        builder.LeftBehind(NoVillage);
        builder.HasKey(record => new { record.ChainId, record.Number });
        builder.HasOne<ArchivedAuditChain>().WithMany().HasForeignKey(record => record.ChainId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(record => new { record.ChainId, record.At });
    }
}
