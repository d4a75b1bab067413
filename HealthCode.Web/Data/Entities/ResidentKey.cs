using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Entities;

/// <summary>One searchable text of a resident; a search in an office's roster is a range scan of one index.</summary>
public sealed class ResidentKey
{
    public required string Key { get; init; }

    public required string OfficeCode { get; init; }

    public long ResidentId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ResidentKey>
    {
        public void Configure(EntityTypeBuilder<ResidentKey> builder)
        {
            builder.NotAudited("an index of residents, who are audited");
            builder.Purged("resident-keys", "居民查询索引", "条", order: 97);
            builder.LeftBehind("built anew, with the county\'s hashes");
            builder.ToTable("ResidentKeys");
            builder.HasKey(k => new { k.OfficeCode, k.Key, k.ResidentId });
            builder.HasIndex(k => k.ResidentId);
        }
    }
}
