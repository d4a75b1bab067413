using HealthCode.Domain.Checkpoints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class CheckpointMapping : IEntityTypeConfiguration<Checkpoint>
{
    public void Configure(EntityTypeBuilder<Checkpoint> builder)
    {
        builder.Property(checkpoint => checkpoint.OfficeCode).HasMaxLength(12);
        builder.Ignore(checkpoint => checkpoint.FullAddress);
        builder.HasIndex(checkpoint => new { checkpoint.OfficeCode, checkpoint.Name }).IsUnique();
    }
}
