using HealthCode.Domain.Offices;
using HealthCode.Domain.Registers;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class EndingMapping :
    IEntityTypeConfiguration<EpidemicEnd>,
    IEntityTypeConfiguration<DestructionRecord>,
    IEntityTypeConfiguration<DestructionStep>,
    IEntityTypeConfiguration<PaperBox>,
    IEntityTypeConfiguration<ResidentRequest>
{
    public void Configure(EntityTypeBuilder<EpidemicEnd> builder)
    {
        builder.Property(end => end.OfficeCode).HasMaxLength(12);
        builder.Property(end => end.Notice).AsJson();
        builder.Property(end => end.EnteredBy).AsJson();
        builder.Property(end => end.ConfirmedBy).AsJson();
        builder.Ignore(end => end.IsOpen);
        builder.HasIndex(end => end.OfficeCode);
    }

    public void Configure(EntityTypeBuilder<DestructionRecord> builder)
    {
        builder.HasKey(record => record.OfficeCode);
        builder.Property(record => record.OfficeCode).HasMaxLength(12);
        builder.HasMany(record => record.Steps).WithOne().IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(record => record.Text);
    }

    public void Configure(EntityTypeBuilder<DestructionStep> builder)
    {
        builder.ToTable("DestructionSteps");
        builder.Property(step => step.Code).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<PaperBox> builder)
    {
        builder.Property(box => box.OfficeCode).HasMaxLength(12);
        builder.Property(box => box.Number).HasMaxLength(PaperBox.LongestName);
        builder.Property(box => box.EnteredBy).AsJson();
        builder.HasIndex(box => new { box.OfficeCode, box.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ResidentRequest> builder)
    {
        builder.Property(request => request.OfficeCode).HasMaxLength(12);
        builder.Property(request => request.Applicant).Encrypted();
        builder.Property(request => request.Guardian).Encrypted();
        builder.Property(request => request.IdentityCheck).Encrypted();
        builder.Property(request => request.RequestText).Encrypted();
        builder.Property(request => request.Answer).Encrypted();
        builder.Property(request => request.ReceivedBy).AsJson();
        builder.Property(request => request.AnsweredBy).AsJson();
        builder.HasIndex(request => new { request.OfficeCode, request.Outcome });
    }
}
