using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations
{
    public partial class AuditChain : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Hash",
                table: "AuditRecords",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<string>(
                name: "OnBehalfOf",
                table: "AuditRecords",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "PayloadHash",
                table: "AuditRecords",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "Previous",
                table: "AuditRecords",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Hash",
                table: "AuditRecords");

            migrationBuilder.DropColumn(
                name: "OnBehalfOf",
                table: "AuditRecords");

            migrationBuilder.DropColumn(
                name: "PayloadHash",
                table: "AuditRecords");

            migrationBuilder.DropColumn(
                name: "Previous",
                table: "AuditRecords");
        }
    }
}
