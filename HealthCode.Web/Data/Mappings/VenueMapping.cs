using HealthCode.Domain.Venues;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HealthCode.Web.Data.Mappings;

internal sealed class VenueMapping :
    IEntityTypeConfiguration<Venue>,
    IEntityTypeConfiguration<VenuePicture>,
    IEntityTypeConfiguration<VenuePoster>,
    IEntityTypeConfiguration<PostingCheck>,
    IEntityTypeConfiguration<DoorDuty>,
    IEntityTypeConfiguration<VenueEntry>
{
    private static readonly ValueConverter<bool, string> Ticked = new(normal => normal ? "1" : "0", text => text == "1");

    public void Configure(EntityTypeBuilder<Venue> builder)
    {
        builder.AuditedAs(venue => $"场所 {venue.NumberText}");
        builder.Purged("venues", "场所登记（申领人）", "个", order: 305);
        builder.ToTable("Venues");
        builder.Property(venue => venue.OfficeCode).HasMaxLength(12);
        builder.Ignore(venue => venue.NumberText);
        // Name, kind and address hang at the door.
        builder.Property(venue => venue.Name).AuditedAs("名称").Disclosed();
        builder.Property(venue => venue.Kind).AuditedAs("类别").Disclosed();
        builder.Property(venue => venue.Address).AuditedAs("地址").Disclosed();
        builder.Property(venue => venue.Applicant).AsJson().Encrypted().AuditedAs("申领人");
        builder.Property(venue => venue.ApplicantKey).Hashed().HashOf<Venue>(venue => venue.Applicant.Document.Key!).AuditedAs("申领人证件");
        builder.Property(venue => venue.LivingKey!).Hashed().HashOf<Venue>(venue => venue.Applicant.Document.Key!).NotAudited();
        builder.Property(venue => venue.AppliedOn).AuditedAs("申领日").Disclosed();
        builder.Property(venue => venue.EnteredBy).AsJson().AuditedAs("登记人");
        builder.Property(venue => venue.EnteredAt).AuditedAs("登记时间").Disclosed();
        builder.Property(venue => venue.ChangedFor).Encrypted().AuditedAs("为什么改");
        builder.Property(venue => venue.State).AuditedAs("状态").Disclosed(state => state.ChineseName());
        builder.Property(venue => venue.Findings).Encrypted().AuditedAs("看到的材料");
        builder.Property(venue => venue.DecidedBy).AsJson().AuditedAs("核准人");
        builder.Property(venue => venue.DecidedAt).AuditedAs("核准时间").Disclosed();
        builder.Property(venue => venue.OpenedOn).AuditedAs("启用日").Disclosed();
        builder.Property(venue => venue.ClosedOn).AuditedAs("停用日").Disclosed();
        builder.Property(venue => venue.ClosedFor).Encrypted().AuditedAs("停用原因");
        builder.Ignore(venue => venue.IsLiving);
        builder.HasIndex(venue => new { venue.OfficeCode, venue.Number }).IsUnique();
        // 一人只能申领一个: null once it is closed or was not approved.
        builder.HasIndex(venue => new { venue.OfficeCode, venue.LivingKey }).IsUnique();
        builder.HasIndex(venue => venue.ApplicantKey);
    }

    public void Configure(EntityTypeBuilder<VenuePicture> builder)
    {
        builder.AuditedAs(picture => $"场所码图片 {picture.VenueId}");
        builder.Purged("venue-pictures", "官方平台发的场所码图片", "张", order: 304);
        builder.ToTable("VenuePictures");
        builder.Property(picture => picture.OfficeCode).HasMaxLength(12);
        builder.HasIndex(picture => new { picture.OfficeCode, picture.VenueId });
    }

    public void Configure(EntityTypeBuilder<VenuePoster> builder)
    {
        builder.AuditedAs(poster => $"场所码海报 {poster.VenueId} 第 {poster.Version} 版");
        builder.Purged("venue-posters", "场所码海报", "张", order: 303);
        builder.ToTable("VenuePosters");
        builder.Property(poster => poster.OfficeCode).HasMaxLength(12);
        builder.Property(poster => poster.CurrentOf).NotAudited();
        builder.Property(poster => poster.MadeBy).AsJson();
        builder.Property(poster => poster.PrintedOn).AuditedAs("印制日").Disclosed();
        builder.Property(poster => poster.VoidedOn).AuditedAs("作废日").Disclosed();
        builder.Property(poster => poster.VoidedFor).Encrypted().AuditedAs("作废原因");
        builder.Property(poster => poster.TakenDownBy).Encrypted().AuditedAs("谁揭的");
        builder.Property(poster => poster.TakenDownOn).AuditedAs("揭下日").Disclosed();
        builder.Ignore(poster => poster.IsInUse);
        builder.HasIndex(poster => new { poster.VenueId, poster.Version }).IsUnique();
        // One in use: null once it is void.
        builder.HasIndex(poster => poster.CurrentOf).IsUnique();
        builder.HasIndex(poster => poster.OfficeCode);
    }

    public void Configure(EntityTypeBuilder<PostingCheck> builder)
    {
        builder.AuditedAs(check => $"张贴检查 {check.VenueId} {check.On:yyyy-MM-dd}");
        builder.Purged("posting-checks", "张贴检查", "次", order: 302);
        builder.ToTable("PostingChecks");
        builder.Property(check => check.OfficeCode).HasMaxLength(12);
        builder.Property(check => check.CheckedBy).Encrypted();
        builder.Property(check => check.Sheets).AsJson();
        builder.Property(check => check.EnteredBy).AsJson();
        builder.Property(check => check.MendedOn).AuditedAs("补齐日").Disclosed();
        builder.Property(check => check.MendedBy).Encrypted().AuditedAs("谁补的");
        builder.Ignore(check => check.IsOpen);
        builder.Ignore(check => check.Missing);
        builder.HasIndex(check => new { check.OfficeCode, check.VenueId, check.On });
    }

    public void Configure(EntityTypeBuilder<DoorDuty> builder)
    {
        builder.AuditedAs(duty => $"值守表 {duty.VenueId} {duty.FirstDay:yyyy-MM-dd}");
        builder.Purged("door-duties", "场所值守表", "条", order: 301);
        builder.ToTable("DoorDuties");
        builder.Property(duty => duty.OfficeCode).HasMaxLength(12);
        builder.Property(duty => duty.Name).Encrypted();
        builder.Property(duty => duty.EnteredBy).AsJson();
        builder.HasIndex(duty => new { duty.OfficeCode, duty.VenueId, duty.LastDay });
    }

    public void Configure(EntityTypeBuilder<VenueEntry> builder)
    {
        builder.AuditedAs(entry => $"入场登记 {entry.VenueId} {entry.On:yyyy-MM-dd} {entry.At:HH:mm}");
        builder.Purged("venue-entries", "入场登记", "条", order: 300);
        builder.ToTable("VenueEntries");
        builder.Property(entry => entry.OfficeCode).HasMaxLength(12);
        builder.Property(entry => entry.Name).Encrypted();
        builder.Property(entry => entry.CardNumber).Encrypted();
        builder.Property(entry => entry.Mark).Hashed().HashOf<VenueEntry>(entry => EntryLine.MarkOf(entry.CardNumber, entry.Name));
        builder.Property(entry => entry.Shown).Encrypted();
        builder.Property(entry => entry.FoundNormal).HasConversion(Ticked).Encrypted();
        builder.Property(entry => entry.Staff).Encrypted();
        builder.Property(entry => entry.KeyedBy).AsJson();
        builder.Property(entry => entry.Handling).Encrypted().AuditedAs("怎样处理");
        builder.Property(entry => entry.HandledBy).AsJson().AuditedAs("处理人");
        builder.Property(entry => entry.HandledAt).AuditedAs("处理时间").Disclosed();
        builder.HasIndex(entry => new { entry.VenueId, entry.On, entry.At, entry.Mark }).IsUnique();
        // Few are to be looked at, however many there are.
        builder.HasIndex(entry => new { entry.OfficeCode, entry.NeedsLook, entry.HandledAt });
    }
}
