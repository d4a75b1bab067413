using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data;

internal sealed class StaffMapping :
    IEntityTypeConfiguration<OfficeUser>,
    IEntityTypeConfiguration<AdministratorPc>,
    IEntityTypeConfiguration<SignInCount>,
    IEntityTypeConfiguration<UsedCode>,
    IEntityTypeConfiguration<KeptForm>
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

    public void Configure(EntityTypeBuilder<UsedCode> builder)
    {
        builder.HasKey(used => new { used.UserId, used.Code });
        builder.Property(used => used.Code).HasMaxLength(UsedCode.Figures);
    }

    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.HasKey(form => form.UserId);
        builder.Property(form => form.Scope).HasMaxLength(12);
        builder.Property(form => form.Address).Closed();
        builder.Property(form => form.Fields).AsJson().Closed();
        builder.HasIndex(form => form.KeptAt);
    }
}
