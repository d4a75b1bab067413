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
    public void Configure(EntityTypeBuilder<OfficeUser> builder)
    {
        builder.AuditedAs(user => $"用户 {user.UserName}");
        builder.Retained("经办人");
        builder.Property(user => user.SessionId).HasMaxLength(32).NotAudited();
        builder.Property(user => user.UserName).AuditedAs("登录名").Disclosed();
        builder.Property(user => user.StaffName).AuditedAs("姓名");
        builder.Property(user => user.OfficeScope).AuditedAs("管辖范围").Disclosed();
        builder.Property(user => user.CheckpointId).AuditedAs("关口").Disclosed();
        builder.Property(user => user.PasswordHash).AuditedAs("密码");
        builder.Property(user => user.MustChangePassword).AuditedAs("首次登录改密码").Disclosed();
        builder.Property(user => user.IsDisabled).AuditedAs("停用").Disclosed();
        builder.Property(user => user.TwoFactorEnabled).AuditedAs("登录验证码");
        // Book-keeping of the sign-in itself; the sign-in notes its own words.
        builder.Property(user => user.AccessFailedCount).NotAudited();
        builder.Property(user => user.ConcurrencyStamp).NotAudited();
        builder.Property(user => user.SecurityStamp).NotAudited();
        builder.Property(user => user.LockoutEnd).NotAudited();
        builder.Property(user => user.NormalizedUserName).NotAudited();
        builder.Property(user => user.NormalizedEmail).NotAudited();
        builder.Property(user => user.PasswordChangedAt).NotAudited();
        builder.Property(user => user.PasswordHistory).NotAudited();
    }

    public void Configure(EntityTypeBuilder<AdministratorPc> builder)
    {
        builder.AuditedAs(pc => $"管理员电脑 {pc.Range}");
        builder.Retained("管理员电脑的地址");
        builder.LeftBehind("the county's administrators have their own");
        builder.Property(pc => pc.Range).HasMaxLength(100);
        builder.Property(pc => pc.Note).HasMaxLength(50);
        builder.HasIndex(pc => pc.Range).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignInCount> builder)
    {
        builder.NotAudited("the sign-in notes its own words");
        builder.Retained("登录试了几次：电脑的地址，或者登录名的记号");
        builder.LeftBehind("of the village's own PCs, and for minutes");
        builder.HasKey(count => count.Key);
        builder.Property(count => count.Key).HasMaxLength(64);
        // The oldest go first.
        builder.HasIndex(count => count.At);
    }

    public void Configure(EntityTypeBuilder<UsedTotpCode> builder)
    {
        builder.NotAudited("the sign-in notes its own words");
        builder.Retained("经办人用过的登录验证码");
        builder.LeftBehind("good for seconds");
        builder.HasKey(used => new { used.UserId, used.Code });
        builder.Property(used => used.Code).HasMaxLength(UsedTotpCode.Figures);
    }

    public void Configure(EntityTypeBuilder<PendingPost> builder)
    {
        builder.NotAudited("what is handed in again after signing in is audited then");
        // Of whoever works for the office or for the township and county above it; none is older than an hour.
        builder.Purged("kept-forms", "登录过期时没有交上去的表", "份", order: 60, where: "\"Scope\" = substr({0}, 1, length(\"Scope\"))");
        builder.LeftBehind("kept for an hour, with addresses of the village's server");
        builder.HasKey(form => form.UserId);
        builder.Property(form => form.Scope).HasMaxLength(12);
        builder.Property(form => form.Address).Encrypted();
        builder.Property(form => form.Fields).AsJson().Encrypted();
        builder.HasIndex(form => form.SavedAt);
    }
}
