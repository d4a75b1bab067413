using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data;

internal sealed class StaffMapping : IEntityTypeConfiguration<OfficeUser>, IEntityTypeConfiguration<AdministratorPc>
{
    public void Configure(EntityTypeBuilder<OfficeUser> builder) => builder.Property(user => user.SessionId).HasMaxLength(32);

    public void Configure(EntityTypeBuilder<AdministratorPc> builder)
    {
        builder.Property(pc => pc.Range).HasMaxLength(100);
        builder.Property(pc => pc.Note).HasMaxLength(50);
        builder.HasIndex(pc => pc.Range).IsUnique();
    }
}
