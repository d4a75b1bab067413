using HealthCode.Web.Data.Entities;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class StaffMapping :
    IEntityTypeConfiguration<OfficeUser>,
    IEntityTypeConfiguration<AdministratorPc>,
    IEntityTypeConfiguration<SignInCount>,
    IEntityTypeConfiguration<UsedTotpCode>,
    IEntityTypeConfiguration<PendingPost>
{
    public void Configure(EntityTypeBuilder<OfficeUser> builder) => builder.Property(user => user.SessionId).HasMaxLength(32);

    public void Configure(EntityTypeBuilder<AdministratorPc> builder)
    {
        builder.Property(pc => pc.Range).HasMaxLength(100);
        builder.Property(pc => pc.Note).HasMaxLength(50);
        builder.HasIndex(pc => pc.Range).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignInCount> builder)
    {
        builder.HasKey(count => count.Key);
        builder.Property(count => count.Key).HasMaxLength(64);
        // The oldest go first.
        builder.HasIndex(count => count.At);
    }

    public void Configure(EntityTypeBuilder<UsedTotpCode> builder)
    {
        builder.HasKey(used => new { used.UserId, used.Code });
        builder.Property(used => used.Code).HasMaxLength(UsedTotpCode.Figures);
    }

    public void Configure(EntityTypeBuilder<PendingPost> builder)
    {
        builder.HasKey(form => form.UserId);
        builder.Property(form => form.Scope).HasMaxLength(12);
        builder.Property(form => form.Address).Encrypted();
        builder.Property(form => form.Fields).AsJson().Encrypted();
        builder.HasIndex(form => form.SavedAt);
    }
}
