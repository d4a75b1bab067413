using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Entities;

/// <summary>One searchable text of an entry of a register; a search is a range scan of one index.</summary>
public sealed class RegisterKey
{
    public required string Key { get; init; }

    public required string OfficeCode { get; init; }

    public long EntryId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisterKey>
    {
        public void Configure(EntityTypeBuilder<RegisterKey> builder)
        {
            builder.NotAudited("an index of register entries, which are audited");
            builder.Purged("register-keys", "台账查询索引", "条", order: 380);
            builder.LeftBehind("built anew, with the county\'s hashes");
            builder.ToTable("RegisterKeys");
            builder.HasKey(key => new { key.OfficeCode, key.Key, key.EntryId });
            builder.HasIndex(key => key.EntryId);
        }
    }
}
