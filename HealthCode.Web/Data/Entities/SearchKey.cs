using HealthCode.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Entities;

/// <summary>One searchable text of a declaration; a search is a range scan of one index.</summary>
public sealed class SearchKey
{
    public required string Key { get; init; }

    public required string OfficeCode { get; init; }

    public long DeclarationId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SearchKey>
    {
        public void Configure(EntityTypeBuilder<SearchKey> builder)
        {
            builder.NotAudited("an index of declarations, which are audited");
            builder.Purged("search", "查询索引", "条", order: 20);
            builder.LeftBehind("built anew, with the county\'s hashes");
            builder.ToTable("SearchKeys");
            builder.HasKey(k => new { k.Key, k.OfficeCode, k.DeclarationId });
            builder.HasIndex(k => k.DeclarationId);
        }
    }
}
